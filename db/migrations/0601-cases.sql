-- Programmes as published, and the cases that run under them. History is the truth; the stage is its shadow.
create table programme_version (
  region_id text not null references region,
  code text not null,
  version int not null,
  pillar text not null,
  title text not null,
  definition jsonb not null,
  checksum text not null,
  published_at timestamptz not null,
  primary key (region_id, code, version)
);

-- A call or a posting: its own window, its own places.
create table case_round (
  region_id text not null,
  id text not null,
  programme_code text not null,
  programme_version int not null,
  organisation_id text not null,
  organisation_path text not null,
  title text not null,
  requirements jsonb not null default '{}',
  places int,
  places_account text,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  opened_by text not null,
  opened_at timestamptz not null,
  primary key (region_id, id),
  foreign key (region_id, programme_code, programme_version) references programme_version (region_id, code, version),
  check (closes_at > opens_at)
);
create index case_round_open on case_round (region_id, closes_at);

create table case_counter (
  region_id text not null,
  prefix text not null,
  year int not null,
  last int not null,
  primary key (region_id, prefix, year)
);

create table "case" (
  region_id text not null,
  id text not null,
  number text not null,
  programme_code text not null,
  programme_version int not null,
  round_id text,
  person_id text not null,
  organisation_id text not null,
  organisation_path text not null,
  category text not null default '',
  team_name text not null default '',
  stage text not null,
  step_count int not null default 0,
  stage_since timestamptz not null,
  due_at timestamptz,
  -- the clock already took the action of this deadline (a reminder leaves the case where it is)
  clock_taken boolean not null default false,
  ended_at timestamptz,
  outcome text,
  answers jsonb not null default '{}',
  saved_count int not null default 0,
  frozen jsonb,
  assessment jsonb,
  granted_fen bigint,
  opened_at timestamptz not null,
  opened_year int not null,
  primary key (region_id, id),
  unique (region_id, number),
  foreign key (region_id, programme_code, programme_version) references programme_version (region_id, code, version),
  foreign key (region_id, round_id) references case_round (region_id, id),
  check ((ended_at is null) = (outcome is null))
);
create index case_queue on "case" (region_id, due_at, id) where ended_at is null;
create index case_of_person on "case" (region_id, person_id, opened_at);
create index case_of_organisation on "case" (region_id, organisation_path text_pattern_ops);
create index case_of_round on "case" (region_id, round_id);

-- Append-only.
create table case_step (
  region_id text not null,
  case_id text not null,
  position int not null,
  action text not null,
  from_stage text not null,
  to_stage text not null,
  programme_version int not null,
  role text not null,
  account_id text not null,
  reason text,
  detail jsonb not null default '{}',
  taken_at timestamptz not null,
  primary key (region_id, case_id, position),
  foreign key (region_id, case_id) references "case" (region_id, id)
);
create index case_step_latest on case_step (region_id, taken_at);

create table case_document (
  region_id text not null,
  case_id text not null,
  id text not null,
  kind text not null,
  name text not null,
  bytes bigint not null,
  sha256 text not null,
  added_by text not null,
  added_at timestamptz not null,
  dropped_at timestamptz,
  primary key (region_id, case_id, id),
  foreign key (region_id, case_id) references "case" (region_id, id)
);

create table objection (
  region_id text not null,
  id text not null,
  case_id text not null,
  content text not null,
  raised_by text not null,
  contact_sealed text not null default '',
  raised_at timestamptz not null,
  due_at timestamptz not null,
  answer text,
  upheld boolean,
  answered_by text,
  answered_at timestamptz,
  primary key (region_id, id),
  foreign key (region_id, case_id) references "case" (region_id, id),
  check ((answered_at is null) = (upheld is null)),
  check ((answered_at is null) = (answer is null))
);
create index objection_open on objection (region_id, case_id) where answered_at is null;

create table instalment (
  region_id text not null,
  case_id text not null,
  position int not null,
  label text not null,
  -- null: the amount has no official text yet (待核); nothing can be paid
  amount_fen bigint check (amount_fen >= 0),
  due_on date not null,
  state text not null check (state in ('planned', 'paid', 'stopped', 'recovered')),
  paid_at timestamptz,
  transfer_id text,
  primary key (region_id, case_id, position),
  foreign key (region_id, case_id) references "case" (region_id, id),
  check ((state in ('paid', 'recovered')) = (paid_at is not null)),
  check (state <> 'paid' or amount_fen is not null)
);
create index instalment_due on instalment (region_id, due_on) where state = 'planned';
