-- Evaluation of people by an index of elements. The index is kept as it was when the evaluation began; the result is kept when it is confirmed.
create table evaluation (
  region_id text not null references region,
  id text not null,
  index_code text not null,
  index_data jsonb not null,
  person_id text not null,
  organisation_id text not null,
  span text not null check (span in ('year', 'term')),
  from_year int not null,
  to_year int not null,
  figures jsonb not null,
  state text not null check (state in ('entered', 'confirmed', 'objected', 'closed')),
  result jsonb,
  started_at timestamptz not null,
  confirmed_at timestamptz,
  objections_until timestamptz,
  agreed_at timestamptz,
  heard_at timestamptz, -- an objection to this confirmation was answered and did not change it
  closed_at timestamptz,
  primary key (region_id, id),
  unique (region_id, index_code, person_id, span, to_year),
  check (from_year <= to_year and (span = 'term' or from_year = to_year)),
  check ((state = 'entered') = (confirmed_at is null)),
  check ((state = 'entered') = (result is null)),
  check ((state = 'closed') = (closed_at is not null))
);
create index evaluation_of_year on evaluation (region_id, index_code, to_year, organisation_id);
create index evaluation_of_person on evaluation (region_id, person_id);

create table evaluation_objection (
  region_id text not null,
  id text not null,
  evaluation_id text not null,
  content text not null,
  raised_at timestamptz not null,
  upheld boolean,
  answer text,
  answered_at timestamptz,
  primary key (region_id, id),
  foreign key (region_id, evaluation_id) references evaluation (region_id, id),
  check ((answered_at is null) = (upheld is null) and (answered_at is null) = (answer is null))
);
create unique index evaluation_objection_open on evaluation_objection (region_id, evaluation_id) where answered_at is null;
create index evaluation_objection_of on evaluation_objection (region_id, evaluation_id, raised_at);
