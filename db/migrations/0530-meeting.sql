-- A review meeting and its secret votes. Nothing here joins a member to a ballot: a member's row says that his phone got
-- signatures it had blinded itself; tokens and ballots come without a name, without a time, and are rewritten in the order
-- of their hashes when a vote opens and when it is counted.
create table meeting (
  region_id text not null,
  id text not null,
  review_round_id text not null,
  heading text not null,
  rule jsonb not null,
  place text not null default '',
  meets_on date not null,
  door_code text not null, -- shown in the room; who signs in knows it
  state text not null check (state in ('gathering', 'issuing', 'voting', 'counted')),
  convened_by text not null,
  convened_at timestamptz not null,
  counted_at timestamptz,
  published_at timestamptz,
  primary key (region_id, id),
  foreign key (region_id, review_round_id) references review_round (region_id, id)
);
create index meeting_of_round on meeting (region_id, review_round_id);

create table meeting_member (
  region_id text not null,
  meeting_id text not null,
  person_id text not null,
  expert_id text not null,
  position int not null,
  kind text not null check (kind in ('member', 'substitute')),
  chair boolean not null default false,
  seated_at timestamptz, -- null: a substitute who waits
  attended_at timestamptz,
  excused_at timestamptz,
  primary key (region_id, meeting_id, person_id),
  foreign key (region_id, meeting_id) references meeting (region_id, id),
  foreign key (region_id, expert_id) references expert (region_id, id),
  check (attended_at is null or seated_at is not null)
);
create unique index meeting_chair on meeting_member (region_id, meeting_id) where chair;
create index meeting_of_person on meeting_member (region_id, person_id);

create table meeting_subject (
  region_id text not null,
  meeting_id text not null,
  subject text not null,
  number int not null,
  heading text not null,
  outcome text check (outcome in ('passed', 'failed', 'tied')),
  vote int, -- the vote that decided
  primary key (region_id, meeting_id, subject),
  unique (region_id, meeting_id, number),
  foreign key (region_id, meeting_id) references meeting (region_id, id),
  check ((outcome is null) = (vote is null))
);
create index meeting_by_subject on meeting_subject (region_id, subject);

create table meeting_recusal (
  region_id text not null,
  meeting_id text not null,
  subject text not null,
  person_id text not null,
  kind text not null,
  source text not null,
  recorded_at timestamptz not null,
  primary key (region_id, meeting_id, subject, person_id),
  foreign key (region_id, meeting_id, subject) references meeting_subject (region_id, meeting_id, subject),
  foreign key (region_id, meeting_id, person_id) references meeting_member (region_id, meeting_id, person_id)
);

-- A vote over some or all files: the first, then one for those that tied at the cap.
create table meeting_vote (
  region_id text not null,
  meeting_id text not null,
  position int not null,
  attempt int not null, -- hands out anew after a phone was lost; only the last attempt has rows
  rule jsonb not null,
  sealed_key text, -- destroyed when the vote is counted
  present int,
  opened_at timestamptz,
  tally jsonb,
  primary key (region_id, meeting_id, position),
  foreign key (region_id, meeting_id) references meeting (region_id, id),
  check ((tally is null) or (sealed_key is null and opened_at is not null)),
  check ((opened_at is null) = (present is null))
);

create table meeting_motion (
  region_id text not null,
  meeting_id text not null,
  position int not null,
  subject text not null,
  number int not null,
  modulus text not null,
  exponent int not null,
  token_hashes text[], -- published when the vote opens
  primary key (region_id, meeting_id, position, subject),
  unique (region_id, meeting_id, position, number),
  foreign key (region_id, meeting_id, position) references meeting_vote (region_id, meeting_id, position)
);

-- That a member's phone had its blinded token signed; the hash is of the blinded number, which fits every token alike.
create table meeting_issue (
  region_id text not null,
  meeting_id text not null,
  position int not null,
  number int not null,
  person_id text not null,
  blinded_hash text not null,
  primary key (region_id, meeting_id, position, number, person_id),
  foreign key (region_id, meeting_id, position, number) references meeting_motion (region_id, meeting_id, position, number)
);

create table meeting_token (
  region_id text not null,
  meeting_id text not null,
  position int not null,
  number int not null,
  token_hash text not null,
  primary key (region_id, meeting_id, position, number, token_hash),
  foreign key (region_id, meeting_id, position, number) references meeting_motion (region_id, meeting_id, position, number)
);

create table meeting_ballot (
  region_id text not null,
  meeting_id text not null,
  position int not null,
  number int not null,
  token_hash text not null,
  token text not null,
  choice text not null check (choice in ('yes', 'no', 'abstain')),
  primary key (region_id, meeting_id, position, number, token_hash),
  foreign key (region_id, meeting_id, position, number) references meeting_motion (region_id, meeting_id, position, number)
);

-- Whether a reviewer's sheet failed an item that disqualifies whatever the sum (ethics first).
alter table panel_seat add column disqualified boolean not null default false;

-- The scores of a round as published, by numbers of files and pseudonyms of reviewers; never changed.
create table score_record (
  region_id text not null,
  review_round_id text not null,
  record jsonb not null,
  published_by text not null,
  published_at timestamptz not null,
  primary key (region_id, review_round_id),
  foreign key (region_id, review_round_id) references review_round (region_id, id)
);
