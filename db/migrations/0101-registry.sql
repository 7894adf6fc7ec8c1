-- Who everybody is, once: organisations as a tree, people with sealed numbers, dated facts with evidence, employments.
create table organisation (
  region_id text not null references region,
  id text not null,
  parent_id text,
  -- dotted path from the region down; a subtree is a range of paths, so the collation must be by code point
  path text collate "C" not null,
  name text not null,
  kind text not null,
  level text not null,
  credit_code text,
  led_by text,
  opened_at timestamptz not null,
  primary key (region_id, id),
  foreign key (region_id, parent_id) references organisation (region_id, id)
);
create unique index organisation_path on organisation (region_id, path);
create unique index organisation_credit_code on organisation (region_id, credit_code) where credit_code is not null;

create table person (
  region_id text not null references region,
  id text not null,
  name text not null,
  -- one key for all writings of a name: width, dots and variant characters folded
  folded_name text collate "C" not null,
  sort_key text collate "C" not null,
  name_tokens tsvector not null,
  sealed_id_number text not null,
  id_number_index text not null,
  sealed_phone text not null default '',
  phone_index text not null default '',
  birth_date date not null,
  -- where the person works now: a shadow of employment, kept for scope and lists
  organisation_id text,
  consent_withdrawn_at timestamptz,
  merged_into text,
  facts_changed_at timestamptz not null,
  entered_at timestamptz not null,
  primary key (region_id, id),
  foreign key (region_id, organisation_id) references organisation (region_id, id)
);
create unique index person_id_number on person (region_id, id_number_index);
create index person_folded_name on person (region_id, folded_name, birth_date);
create index person_phone on person (region_id, phone_index) where phone_index <> '';
create index person_at_organisation on person (region_id, organisation_id, sort_key, id);
create index person_sorted on person (region_id, sort_key, id);
create index person_name_tokens on person using gin (name_tokens) with (fastupdate = off);

-- Append-only: values never change; only the stamps of verification and supersession are added.
create table person_fact (
  region_id text not null,
  person_id text not null,
  kind text not null,
  id text not null,
  value jsonb not null,
  valid_from date not null,
  valid_to date,
  source text not null check (source in ('authority', 'institution', 'import', 'self')),
  evidence text not null default '',
  recorded_by text not null,
  recorded_at timestamptz not null,
  verified_by text,
  verified_as text check (verified_as in ('authority', 'institution')),
  verified_at timestamptz,
  superseded_by text,
  superseded_at timestamptz,
  primary key (region_id, person_id, kind, id),
  foreign key (region_id, person_id) references person (region_id, id),
  check (valid_to is null or valid_to > valid_from)
);

create table employment (
  region_id text not null,
  id text not null,
  person_id text not null,
  organisation_id text not null,
  post text not null default '',
  from_day date not null,
  to_day date,
  recorded_at timestamptz not null,
  primary key (region_id, id),
  foreign key (region_id, person_id) references person (region_id, id),
  foreign key (region_id, organisation_id) references organisation (region_id, id),
  check (to_day is null or to_day >= from_day)
);
create index employment_of_person on employment (region_id, person_id, from_day);

-- What has already been entered for a cause (a row of an import), so that a retry adds nothing.
create table person_entry (
  region_id text not null,
  cause text not null,
  person_id text not null,
  entered_at timestamptz not null,
  primary key (region_id, cause)
);

-- Two records that may be one person; somebody decides, nothing merges by itself.
create table likely_double (
  region_id text not null,
  id text not null,
  person_id text not null,
  other_person_id text not null,
  reason text not null,
  state text not null check (state in ('open', 'merged', 'distinct')),
  proposed_by text not null,
  proposed_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  primary key (region_id, id),
  foreign key (region_id, person_id) references person (region_id, id),
  foreign key (region_id, other_person_id) references person (region_id, id),
  check (person_id < other_person_id)
);
create unique index likely_double_pair on likely_double (region_id, person_id, other_person_id);
