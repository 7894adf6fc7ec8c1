-- One ledger for everything scarce. What is taken from an account moves to its counterpart; a child's account draws on its parent too.
create table ledger_account (
  region_id text not null references region,
  id text not null,
  pool text not null,
  title text not null,
  unit text not null check (unit in ('post', 'fen', 'day', 'credit', 'seat', 'flat')),
  period text not null default '',
  organisation_id text not null default '',
  document text not null default '',
  side text not null check (side in ('free', 'used', 'outside')),
  parent_id text,
  loans boolean not null default false,
  floor bigint not null default 0,
  balance bigint not null default 0,
  held bigint not null default 0 check (held >= 0),
  opened_at timestamptz not null,
  primary key (region_id, id),
  foreign key (region_id, parent_id) references ledger_account (region_id, id),
  -- the database itself refuses to go below the floor; only the outside world may be in debt to us
  constraint ledger_account_floor check (side = 'outside' or balance - held >= floor)
);
create index ledger_account_pool on ledger_account (region_id, pool);

create table ledger_transfer (
  region_id text not null,
  id text not null,
  cause text not null,
  leg int not null,
  from_id text not null,
  to_id text not null,
  amount bigint not null check (amount > 0),
  given_back bigint not null default 0 check (given_back between 0 and amount),
  state text not null check (state in ('held', 'posted', 'voided', 'expired')),
  made_by text not null,
  made_at timestamptz not null,
  held_until timestamptz,
  posted_at timestamptz,
  ended_at timestamptz,
  primary key (region_id, id),
  unique (region_id, cause, leg),
  foreign key (region_id, from_id) references ledger_account (region_id, id),
  foreign key (region_id, to_id) references ledger_account (region_id, id),
  check (from_id <> to_id),
  check ((state = 'posted') = (posted_at is not null)),
  check ((state in ('voided', 'expired')) = (ended_at is not null))
);
create index ledger_transfer_from on ledger_transfer (region_id, from_id, made_at);
create index ledger_transfer_to on ledger_transfer (region_id, to_id, made_at);
create index ledger_transfer_expiring on ledger_transfer (region_id, held_until) where state = 'held';
