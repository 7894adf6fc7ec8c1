-- A review round: the files of one circle (a call of applications) judged under one set of rules, pinned when the round opens.
create table review_round (
  region_id text not null references region,
  id text not null,
  circle text not null, -- what the files have in common, named by whoever enters them; opaque here
  heading text not null,
  rules jsonb not null,
  state text not null check (state in ('entering', 'judging', 'closed')),
  opened_at timestamptz not null,
  judging_since timestamptz,
  closed_at timestamptz,
  primary key (region_id, id),
  unique (region_id, circle)
);

-- A file to be judged. Its number is the only name that public records use.
create table review_subject (
  region_id text not null,
  review_round_id text not null,
  subject text not null,
  number int not null check (number > 0),
  heading text not null,
  fields text[] not null,
  applicant_person_id text not null,
  organisation_id text not null,
  other_person_ids text[] not null default '{}', -- co-workers and mentors whom a reviewer may not be close to either
  file jsonb not null,
  entered_at timestamptz not null,
  left_at timestamptz,
  primary key (region_id, review_round_id, subject),
  unique (region_id, review_round_id, number),
  foreign key (region_id, review_round_id) references review_round (region_id, id)
);
create index review_subject_by_subject on review_subject (region_id, subject);

-- Who may not judge what in a round, and whence that is known; found before anybody is invited, never dropped.
create table round_conflict (
  region_id text not null,
  review_round_id text not null,
  subject text not null,
  expert_id text not null,
  kind text not null,
  source text not null,
  found_at timestamptz not null,
  primary key (region_id, review_round_id, subject, expert_id, kind),
  foreign key (region_id, review_round_id, subject) references review_subject (region_id, review_round_id, subject),
  foreign key (region_id, expert_id) references expert (region_id, id)
);
create index round_conflict_of_expert on round_conflict (region_id, expert_id);

-- The drawn members and substitutes of a round, in drawn order. Who declined stays, with the day and the reason.
create table round_member (
  region_id text not null,
  review_round_id text not null,
  expert_id text not null,
  draw_id text not null,
  kind text not null check (kind in ('member', 'substitute')),
  position int not null,
  state text not null check (state in ('sitting', 'waiting', 'declined')),
  seated_at timestamptz,
  declined_at timestamptz,
  declined_reason text,
  replaces text,
  primary key (region_id, review_round_id, expert_id),
  unique (region_id, review_round_id, kind, position),
  foreign key (region_id, review_round_id) references review_round (region_id, id),
  foreign key (region_id, expert_id) references expert (region_id, id),
  check ((state = 'sitting') = (seated_at is not null and declined_at is null)),
  check ((state = 'declined') = (declined_at is not null))
);

-- A panel may belong to a round; a seat may be given back by its reviewer or taken back when it is late.
alter table panel add column review_round_id text;
create index panel_of_round on panel (region_id, review_round_id) where review_round_id is not null;
alter table panel_seat drop constraint panel_seat_state_check;
alter table panel_seat add constraint panel_seat_state_check check (state in ('invited', 'recused', 'scored', 'declined', 'released'));
alter table panel_seat add column due_at timestamptz; -- of a seat given later than its panel; otherwise the panel's
alter table panel_seat add column reminded_at timestamptz;
