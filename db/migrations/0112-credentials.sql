-- Electronic certificates: what was certified, signed, and whether it was taken back.
create table credential (
  region_id text not null references region,
  id text not null,
  number text not null,
  person_id text not null,
  title text not null,
  level text not null,
  name text not null,
  speciality text not null,
  issuer text not null,
  issued_on date not null,
  issued_at timestamptz not null,
  -- what it was given for; known here by id and number only
  cause text not null,
  cause_number text not null,
  signature text not null,
  revoked_on date,
  revoked_at timestamptz,
  revoked_by text,
  revoked_reason text,
  primary key (region_id, id),
  foreign key (region_id, person_id) references person (region_id, id),
  check ((revoked_on is null) = (revoked_reason is null) and (revoked_on is null) = (revoked_at is null))
);
create unique index credential_number on credential (region_id, number);
create unique index credential_cause on credential (region_id, cause);
create index credential_of_person on credential (region_id, person_id, issued_on);
create index credential_revoked on credential (region_id, revoked_on) where revoked_on is not null;

create table credential_counter (
  region_id text not null,
  prefix text not null,
  year int not null,
  last int not null,
  primary key (region_id, prefix, year)
);
