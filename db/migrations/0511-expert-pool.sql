-- Every term an expert was given; the expert's own row carries the latest.
create table expert_term (
  region_id text not null,
  expert_id text not null,
  position int not null check (position > 0),
  term_from date not null,
  term_to date not null,
  given_by text not null,
  given_at timestamptz not null,
  primary key (region_id, expert_id, position),
  foreign key (region_id, expert_id) references expert (region_id, id),
  check (term_to > term_from and term_to <= term_from + interval '3 years') -- 人社部令第40号:每届任期不超过三年
);
insert into expert_term (region_id, expert_id, position, term_from, term_to, given_by, given_at)
  select region_id, id, 1, term_from, term_to, 'clock', now() from expert;

-- Days an expert is away: not invited meanwhile. One that was told by mistake is ended, not deleted.
create table expert_absence (
  region_id text not null,
  expert_id text not null,
  id text not null,
  away_from date not null,
  away_to date not null,
  reason text not null,
  told_by text not null,
  told_at timestamptz not null,
  dropped_at timestamptz,
  primary key (region_id, expert_id, id),
  foreign key (region_id, expert_id) references expert (region_id, id),
  check (away_to >= away_from)
);

alter table expert add column left_reason text;
alter table expert add constraint expert_left check ((left_on is null) = (left_reason is null)) not valid;

-- A relation between two people that bars one from judging the other. Whoever tells of it may know the other only by name.
create table tie (
  region_id text not null,
  id text not null,
  person_id text not null,
  other_person_id text,
  other_name text not null, -- folded for comparison; empty where the person is known
  shown_name text not null,
  other_organisation_id text,
  kind text not null check (kind in ('mentor', 'coAuthor', 'relative', 'interest')),
  source text not null,
  note text not null default '',
  valid_from date,
  valid_to date,
  told_by text not null,
  told_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (region_id, id),
  check ((other_person_id is null) = (other_name <> ''))
);
create index tie_of_person on tie (region_id, person_id);
create index tie_of_other on tie (region_id, other_person_id) where other_person_id is not null;
create unique index tie_of_source on tie (region_id, person_id, other_person_id, kind, source) where other_person_id is not null;
