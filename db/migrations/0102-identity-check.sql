-- An institution enters somebody who is already on another's roster: the bureau checks who it is and moves them, or not.
create table identity_check (
  region_id text not null,
  id text not null,
  person_id text not null,
  organisation_id text not null,
  told_name text not null,
  from_day date not null,
  post text not null default '',
  state text not null check (state in ('open', 'moved', 'declined')),
  asked_by text not null,
  asked_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  primary key (region_id, id),
  foreign key (region_id, person_id) references person (region_id, id),
  foreign key (region_id, organisation_id) references organisation (region_id, id)
);
create unique index identity_check_open on identity_check (region_id, person_id, organisation_id) where state = 'open';
