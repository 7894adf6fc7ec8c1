-- Who may sign in, what was done, what is still to be done. region_id leads every key so that regions can be spread over databases.
create table region (
  id text primary key,
  name text not null,
  opened_at timestamptz not null
);

create table account (
  region_id text not null references region,
  id text not null,
  sign_in_name text not null,
  person_id text not null default '',
  display_name text not null,
  role text not null,
  organisation_id text not null default '',
  organisation_path text not null default '',
  password_hash text not null,
  totp_secret text,
  rights_version int not null default 1,
  shut_at timestamptz,
  demo boolean not null default false,
  opened_at timestamptz not null,
  primary key (region_id, id)
);
create unique index account_sign_in_name on account (sign_in_name);
-- No person holds two of the three administrator seats (三员分立).
create unique index account_one_admin_seat on account (region_id, person_id)
  where role in ('systemAdmin', 'securityAdmin', 'auditor') and person_id <> '' and shut_at is null;

create table session (
  token_hash text primary key,
  region_id text not null,
  account_id text not null,
  rights_version int not null,
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  foreign key (region_id, account_id) references account (region_id, id)
);

create table sign_in_attempt (
  region_id text not null,
  id text not null,
  sign_in_name text not null,
  succeeded boolean not null,
  tried_at timestamptz not null,
  primary key (region_id, id)
);
create index sign_in_attempt_recent on sign_in_attempt (sign_in_name, tried_at);

create table idempotency (
  region_id text not null,
  account_id text not null,
  key text not null,
  request_hash text not null,
  status int not null,
  answer jsonb not null,
  answered_at timestamptz not null,
  primary key (region_id, account_id, key)
);

-- Append-only; the sequencer gives each row its place and folds them into a Merkle tree.
create table audit_entry (
  region_id text not null,
  id text not null,
  account_id text not null,
  role text not null,
  act text not null,
  subject text not null,
  detail jsonb not null,
  happened_at timestamptz not null,
  primary key (region_id, id)
);
create index audit_entry_by_subject on audit_entry (region_id, subject, id);
create table audit_head (
  region_id text not null,
  position bigint not null,
  last_entry_id text not null,
  leaf_count bigint not null,
  root_hash text not null,
  previous_root text not null,
  sealed_at timestamptz not null,
  primary key (region_id, position)
);
create table audit_leaf (
  region_id text not null,
  position bigint not null,
  entry_id text not null,
  leaf_hash text not null,
  head_position bigint not null,
  primary key (region_id, position),
  unique (region_id, entry_id)
);

create table job (
  region_id text not null,
  id text not null,
  kind text not null,
  payload jsonb not null,
  state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  progress_done bigint not null default 0,
  progress_total bigint not null default 0,
  cancel_asked boolean not null default false,
  outcome jsonb,
  failure text,
  attempts int not null default 0,
  run_after timestamptz not null,
  lease_until timestamptz,
  asked_by text not null,
  asked_at timestamptz not null,
  ended_at timestamptz,
  primary key (region_id, id)
);
create index job_ready on job (run_after) where state in ('queued', 'running');
