-- Masters and young staff in pairs (医脉相承). A round keeps the plan it was opened under; wishes are ids of the other side's entries, best first.
create table pairing_round (
  region_id text not null references region,
  id text not null,
  plan jsonb not null,
  title text not null,
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  rule text check (rule in ('stable', 'young', 'most')),
  reason text not null default '',
  run_at timestamptz,
  primary key (region_id, id),
  check (closes_at > opened_at),
  check ((rule is null) = (run_at is null))
);

create table pairing_entry (
  region_id text not null,
  id text not null,
  round_id text not null,
  person_id text not null,
  side text not null check (side in ('master', 'pupil')),
  number int not null check (number > 0),
  fields text[] not null check (cardinality(fields) > 0),
  places int not null check (places > 0 and (side = 'master' or places = 1)),
  organisation_id text not null,
  department text not null,
  chief boolean not null,
  draft text[] not null default '{}',
  wishes text[] not null default '{}',
  handed_in_at timestamptz,
  entered_at timestamptz not null,
  primary key (region_id, id),
  unique (region_id, round_id, person_id, side),
  unique (region_id, round_id, side, number),
  foreign key (region_id, round_id) references pairing_round (region_id, id),
  check (handed_in_at is not null or wishes = '{}')
);
create index pairing_entry_of_person on pairing_entry (region_id, person_id);

-- A pair is never rewritten: who declines or moves leaves it, and a new pair stands beside it.
create table pairing_pair (
  region_id text not null,
  id text not null,
  round_id text not null,
  master_id text not null,
  pupil_id text not null,
  state text not null check (state in ('live', 'declined', 'moved', 'ended')),
  made_by text not null check (made_by in ('run', 'rematch')),
  made_at timestamptz not null,
  left_at timestamptz,
  left_by text check (left_by in ('master', 'pupil', 'office')),
  left_reason text not null default '',
  refilled_at timestamptz,
  result text,
  primary key (region_id, id),
  foreign key (region_id, round_id) references pairing_round (region_id, id),
  foreign key (region_id, master_id) references pairing_entry (region_id, id),
  foreign key (region_id, pupil_id) references pairing_entry (region_id, id),
  check ((state = 'live') = (left_at is null)),
  check ((state = 'ended') = (result is not null))
);
create unique index pairing_pair_of_pupil on pairing_pair (region_id, pupil_id) where state = 'live';
create index pairing_pair_of_round on pairing_pair (region_id, round_id, state);
create index pairing_pair_of_master on pairing_pair (region_id, master_id, state);

create table pairing_goal (
  region_id text not null,
  id text not null,
  pair_id text not null,
  content text not null,
  due_on date not null,
  set_by text not null check (set_by in ('master', 'pupil')),
  set_at timestamptz not null,
  done_on date,
  primary key (region_id, id),
  foreign key (region_id, pair_id) references pairing_pair (region_id, id)
);
create index pairing_goal_of_pair on pairing_goal (region_id, pair_id);

-- One side writes a meeting down, the other confirms it.
create table pairing_meeting (
  region_id text not null,
  id text not null,
  pair_id text not null,
  held_on date not null,
  content text not null,
  recorded_by text not null check (recorded_by in ('master', 'pupil')),
  recorded_at timestamptz not null,
  confirmed_at timestamptz,
  primary key (region_id, id),
  foreign key (region_id, pair_id) references pairing_pair (region_id, id)
);
create index pairing_meeting_of_pair on pairing_meeting (region_id, pair_id);

create table pairing_assessment (
  region_id text not null,
  pair_id text not null,
  year int not null,
  assessor text not null check (assessor in ('master', 'pupil', 'office')),
  level text not null,
  comment text not null,
  made_at timestamptz not null,
  primary key (region_id, pair_id, year, assessor),
  foreign key (region_id, pair_id) references pairing_pair (region_id, id)
);
