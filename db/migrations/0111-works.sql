-- Representative works as records of their own: who made them with whom, their evidence, their fingerprints, and what they were used for.
create table work (
  region_id text not null,
  id text not null,
  person_id text not null,
  kind text not null,
  level text not null,
  title text not null,
  abstract text not null,
  made_on date not null,
  part text not null,
  -- whole percents; with the co-workers' shares never more than a hundred
  share int not null check (share between 1 and 100),
  details jsonb not null default '{}',
  entered_at timestamptz not null,
  changed_at timestamptz not null,
  dropped_at timestamptz,
  primary key (region_id, id),
  foreign key (region_id, person_id) references person (region_id, id)
);
create index work_of_person on work (region_id, person_id, id) where dropped_at is null;

create table work_coworker (
  region_id text not null,
  work_id text not null,
  position int not null,
  name text not null,
  organisation_id text,
  person_id text,
  share int not null check (share between 0 and 100),
  -- named: not known in the registry; asked: known, has not answered
  standing text not null check (standing in ('named', 'asked', 'confirmed', 'disputed')),
  claimed_share int check (claimed_share between 0 and 100),
  reason text,
  answered_at timestamptz,
  primary key (region_id, work_id, position),
  foreign key (region_id, work_id) references work (region_id, id),
  foreign key (region_id, person_id) references person (region_id, id),
  check ((standing = 'named') = (person_id is null)),
  check ((standing in ('confirmed', 'disputed')) = (answered_at is not null))
);
create index work_coworker_asked on work_coworker (region_id, person_id) where person_id is not null;

create table work_file (
  region_id text not null,
  work_id text not null,
  id text not null,
  name text not null,
  bytes bigint not null,
  sha256 text not null,
  added_at timestamptz not null,
  primary key (region_id, work_id, id),
  foreign key (region_id, work_id) references work (region_id, id)
);
create unique index work_file_once on work_file (region_id, work_id, sha256);

-- A choice of the text's fingerprints; works that share some are compared in full.
create table work_fingerprint (
  region_id text not null,
  fingerprint int not null,
  work_id text not null,
  primary key (region_id, fingerprint, work_id),
  foreign key (region_id, work_id) references work (region_id, id)
);
create index work_fingerprint_of_work on work_fingerprint (region_id, work_id);

-- What a work was handed in for; the subject is a case that this slice knows only by id and number.
create table work_use (
  region_id text not null,
  work_id text not null,
  subject text not null,
  number text not null,
  level text not null,
  year int not null,
  state text not null check (state in ('entered', 'granted', 'released')),
  entered_at timestamptz not null,
  decided_at timestamptz,
  primary key (region_id, work_id, subject),
  foreign key (region_id, work_id) references work (region_id, id),
  check ((state = 'entered') = (decided_at is null))
);
create unique index work_use_once_a_level on work_use (region_id, work_id, level) where state = 'granted';
create index work_use_of_subject on work_use (region_id, subject);
