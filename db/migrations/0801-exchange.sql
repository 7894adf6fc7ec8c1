-- Rosters that institutions send in: the file, what is wrong with it, what people decided about it.
create table roster_import (
  region_id text not null references region,
  id text not null,
  organisation_id text not null,
  template_id text not null,
  template_version text not null,
  -- as the sender named it; shown, never used as a path
  shown_name text not null,
  stored_name text not null,
  file_bytes bigint not null,
  file_hash text not null,
  stage text not null check (stage in ('checking', 'checked', 'committing', 'committed', 'cancelled', 'refused')),
  mode text check (mode in ('all', 'good')),
  job_id text not null,
  failure jsonb,
  row_count int not null default 0,
  good_count int not null default 0,
  refused_count int not null default 0,
  confirm_count int not null default 0,
  corrected_count int not null default 0,
  flagged_count int not null default 0,
  added_count int not null default 0,
  updated_count int not null default 0,
  asked_by text not null,
  asked_at timestamptz not null,
  checked_at timestamptz,
  committed_at timestamptz,
  primary key (region_id, id)
);
create index roster_import_by_organisation on roster_import (region_id, organisation_id, id);

-- Sealed, under a random name; gone as soon as nothing in it is left to be put right.
create table roster_file (
  region_id text not null,
  stored_name text not null,
  sealed_content text not null,
  primary key (region_id, stored_name)
);

-- Written anew by every check of the file.
create table roster_problem (
  region_id text not null,
  import_id text not null,
  position int not null,
  sheet text not null,
  row_number int not null,
  column_name text not null,
  reason text not null,
  severity text not null check (severity in ('refuse', 'confirm', 'corrected', 'flagged')),
  params jsonb not null,
  fix text,
  primary key (region_id, import_id, position),
  foreign key (region_id, import_id) references roster_import (region_id, id)
);

create table roster_decision (
  region_id text not null,
  import_id text not null,
  row_number int not null,
  column_name text not null,
  decision text not null check (decision in ('accept', 'undo', 'update', 'new')),
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (region_id, import_id, row_number, column_name),
  foreign key (region_id, import_id) references roster_import (region_id, id)
);
