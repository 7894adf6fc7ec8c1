-- What is made public, and what is told to one person. Names in notices are stored masked; the plain ones stay in the registry.
create table notice (
  region_id text not null references region,
  id text not null,
  kind text not null,
  subject text not null,
  title text not null,
  body text not null,
  names jsonb not null,
  opens_on date not null,
  working_days int not null check (working_days > 0),
  closes_at timestamptz not null,
  withdrawn_at timestamptz,
  published_at timestamptz not null,
  primary key (region_id, id),
  check (closes_at > opens_on)
);
create index notice_by_day on notice (region_id, published_at desc, id);
create unique index notice_live_of_subject on notice (region_id, subject) where withdrawn_at is null;

create table message (
  region_id text not null,
  id text not null,
  person_id text not null,
  title text not null,
  body text not null,
  link text not null default '',
  sent_at timestamptz not null,
  read_at timestamptz,
  primary key (region_id, id)
);
create index message_of_person on message (region_id, person_id, sent_at desc, id);

-- Nothing leaves the database before commit: a letter is a row first, and a job sends it.
create table outgoing_mail (
  region_id text not null,
  id text not null,
  person_id text not null,
  sealed_address text not null,
  title text not null,
  body text not null,
  queued_at timestamptz not null,
  sent_at timestamptz,
  failure text,
  primary key (region_id, id)
);
create index outgoing_mail_waiting on outgoing_mail (region_id, queued_at) where sent_at is null;
