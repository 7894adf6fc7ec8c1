-- A public draw: the published list, what each party committed and revealed, the outside number, the result. Nothing here is ever changed once set.
create table draw (
  region_id text not null,
  id text not null,
  review_round_id text not null,
  attempt int not null check (attempt > 0),
  input jsonb not null,
  published text not null, -- the canonical bytes
  input_hash text not null,
  published_at timestamptz not null,
  published_by text not null,
  commit_by timestamptz not null,
  reveal_by timestamptz not null,
  external_on date not null,
  external_number text,
  external_at timestamptz,
  external_by text,
  transcript jsonb,
  drawn_at timestamptz,
  voided_at timestamptz,
  voided_because text check (voided_because in ('commitmentLate', 'revealLate', 'withdrawn')),
  voided_party text,
  primary key (region_id, id),
  unique (region_id, review_round_id, attempt),
  foreign key (region_id, review_round_id) references review_round (region_id, id),
  check (commit_by < reveal_by),
  check ((transcript is null) = (drawn_at is null)),
  check (drawn_at is null or voided_at is null)
);
create unique index draw_live_of_round on draw (region_id, review_round_id) where voided_at is null;

-- Each party acts through a link of its own; only the hash of its code is kept.
create table draw_party (
  region_id text not null,
  draw_id text not null,
  party text not null check (party in ('personnel', 'discipline', 'applicants')),
  position int not null,
  representative text not null,
  code_hash text not null,
  commitment text,
  committed_at timestamptz,
  nonce text,
  revealed_at timestamptz,
  false_reveals int not null default 0,
  primary key (region_id, draw_id, party),
  unique (region_id, code_hash),
  foreign key (region_id, draw_id) references draw (region_id, id),
  check ((commitment is null) = (committed_at is null)),
  check ((nonce is null) = (revealed_at is null)),
  check (nonce is null or commitment is not null)
);

-- Who was left out of the published list, and why: the record behind each reason on the public page.
create table draw_exclusion (
  region_id text not null,
  draw_id text not null,
  expert_id text not null,
  subject text not null,
  kind text not null,
  source text not null,
  primary key (region_id, draw_id, expert_id, subject, kind),
  foreign key (region_id, draw_id) references draw (region_id, id)
);
