-- What a person is entitled to without applying: offered when authoritative facts say yes, confirmed in one tap, never taken back by a machine once confirmed.
create table entitlement (
  region_id text not null references region,
  id text not null,
  person_id text not null,
  policy text not null,
  version text not null,
  result text not null,
  -- the day it was judged for, and the day since when it holds
  judged_on date not null,
  since date not null,
  -- the facts it rests on as they stood then, so that the judgement can be replayed: {"name": {"value", "source", "evidence", "from"}}
  basis jsonb not null,
  unverified boolean not null,
  state text not null check (state in ('offered', 'confirmed', 'declined', 'overtaken')),
  offered_at timestamptz not null,
  decided_at timestamptz,
  overtaken_at timestamptz,
  -- the case that serves it; none where no programme does and the desk keeps it
  case_id text,
  primary key (region_id, id),
  foreign key (region_id, person_id) references person (region_id, id),
  check ((state = 'overtaken') = (overtaken_at is not null)),
  check (state <> 'confirmed' or decided_at is not null)
);
create unique index entitlement_standing on entitlement (region_id, person_id, policy, version, result) where state <> 'overtaken';
create index entitlement_state on entitlement (region_id, state, id);

-- Where each person stood when last judged: results that wait for evidence and results that wait for facts.
create table standing (
  region_id text not null references region,
  person_id text not null,
  judged_on date not null,
  judged_at timestamptz not null,
  evidence jsonb not null,
  questions jsonb not null,
  primary key (region_id, person_id),
  foreign key (region_id, person_id) references person (region_id, id)
);

-- Days on which the clock has had everybody judged, since time alone may change an answer.
create table judging_day (
  region_id text not null references region,
  day date not null,
  primary key (region_id, day)
);
