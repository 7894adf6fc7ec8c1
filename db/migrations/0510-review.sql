-- Experts, panels and scores. A panel judges a subject (a case id) and holds its own copy of the blinded file.
create table expert (
  region_id text not null references region,
  id text not null,
  person_id text not null,
  organisation_id text not null,
  fields text[] not null,
  level text not null,
  external boolean not null default false,
  term_from date not null,
  term_to date not null,
  left_on date,
  primary key (region_id, id),
  unique (region_id, person_id),
  check (term_to > term_from and term_to <= term_from + interval '3 years') -- 人社部令第40号:每届任期不超过三年
);

create table declared_conflict (
  region_id text not null,
  id text not null,
  expert_id text not null,
  person_id text not null,
  kind text not null check (kind in ('mentor', 'coAuthor', 'relative', 'interest')),
  declared_by text not null,
  declared_at timestamptz not null,
  primary key (region_id, id),
  foreign key (region_id, expert_id) references expert (region_id, id)
);

create table panel (
  region_id text not null,
  id text not null,
  subject text not null,
  sheet text not null,
  size int not null check (size > 0),
  fields text[] not null,
  applicant_person_id text not null,
  organisation_id text not null,
  blinding text not null check (blinding in ('open', 'single', 'double')),
  file jsonb not null,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  dissolved_at timestamptz,
  primary key (region_id, id)
);
create unique index panel_open_of_subject on panel (region_id, subject) where dissolved_at is null;

create table panel_seat (
  region_id text not null,
  panel_id text not null,
  expert_id text not null,
  state text not null check (state in ('invited', 'recused', 'scored')),
  invited_at timestamptz not null,
  draft jsonb,
  marks jsonb,
  score_tenths int check (score_tenths between 0 and 1000),
  opinion text,
  scored_at timestamptz,
  primary key (region_id, panel_id, expert_id),
  foreign key (region_id, panel_id) references panel (region_id, id),
  foreign key (region_id, expert_id) references expert (region_id, id),
  check ((state = 'scored') = (score_tenths is not null))
);
create index panel_seat_of_expert on panel_seat (region_id, expert_id, state);

-- Who could not sit, and whence that is known. Kept, so that nobody is dropped in silence.
create table panel_exclusion (
  region_id text not null,
  panel_id text not null,
  expert_id text not null,
  kind text not null,
  source text not null,
  found_at timestamptz not null,
  primary key (region_id, panel_id, expert_id, kind),
  foreign key (region_id, panel_id) references panel (region_id, id)
);
