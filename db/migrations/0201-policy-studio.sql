-- Drafts of policies, what was done with each, and the versions that two officers published. A published text never changes.
create table policy_draft (
  region_id text not null references region,
  id text not null,
  code text not null,
  version text not null,
  -- the version it was started from; null for a policy that is new
  base_version text,
  source text not null,
  saved_count int not null default 0,
  state text not null check (state in ('drafting', 'submitted', 'published', 'dropped')),
  started_by text not null,
  -- every account that ever saved a word of it: none of them may publish it
  writers text[] not null,
  started_at timestamptz not null,
  saved_by text not null,
  saved_at timestamptz not null,
  submitted_by text,
  -- who gains, loses or becomes unknown against the version before, as computed at submission; counts only
  report jsonb,
  primary key (region_id, id),
  check ((state in ('submitted', 'published')) = (submitted_by is not null))
);
-- two drafts of one version are one too many
create unique index policy_draft_open on policy_draft (region_id, code, version) where state in ('drafting', 'submitted');

-- Append-only.
create table policy_draft_step (
  region_id text not null,
  draft_id text not null,
  position int not null,
  act text not null check (act in ('start', 'submit', 'reject', 'publish', 'drop')),
  account_id text not null,
  reason text,
  saved_count int not null,
  taken_at timestamptz not null,
  primary key (region_id, draft_id, position),
  foreign key (region_id, draft_id) references policy_draft (region_id, id)
);

create table policy_version (
  region_id text not null references region,
  code text not null,
  version text not null,
  effective_from date not null,
  source text not null,
  checksum text not null,
  draft_id text not null,
  writers text[] not null,
  submitted_by text not null,
  published_by text not null,
  published_at timestamptz not null,
  report jsonb,
  primary key (region_id, code, version),
  unique (region_id, code, effective_from),
  foreign key (region_id, draft_id) references policy_draft (region_id, id),
  check (published_by <> submitted_by),
  check (published_by <> all (writers))
);
