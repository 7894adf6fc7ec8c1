-- An institution's roster names somebody who works elsewhere: the bureau decides whether the person moves.
create table person_check (
  region_id text not null references region,
  id text not null,
  person_id text not null,
  organisation_id text not null,
  import_id text not null,
  from_day date not null,
  post text not null default '',
  state text not null check (state in ('open', 'moved', 'kept')),
  asked_by text not null,
  asked_at timestamptz not null,
  settled_by text,
  settled_at timestamptz,
  primary key (region_id, id),
  foreign key (region_id, import_id) references roster_import (region_id, id)
);
create unique index person_check_once on person_check (region_id, person_id, organisation_id) where state = 'open';
