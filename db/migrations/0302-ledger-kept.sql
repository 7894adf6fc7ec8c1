-- What a transfer is called for people and where it opens; a loan has a day of return.
alter table ledger_transfer add column note text not null default '';
alter table ledger_transfer add column link text not null default '';
alter table ledger_transfer add column return_on date;

-- Transfers are only ever added: none is deleted, none changes its amount or its accounts, and what has ended stays ended.
create function keep_ledger_transfer() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then raise exception 'a transfer is never deleted: %', old.id; end if;
  if (new.region_id, new.id, new.cause, new.leg, new.from_id, new.to_id, new.amount, new.made_by, new.made_at, new.held_until, new.note, new.link, new.return_on)
    is distinct from (old.region_id, old.id, old.cause, old.leg, old.from_id, old.to_id, old.amount, old.made_by, old.made_at, old.held_until, old.note, old.link, old.return_on)
  then raise exception 'a transfer keeps what it was made with: %', old.id; end if;
  if old.state <> 'held' and (new.state, new.posted_at, new.ended_at) is distinct from (old.state, old.posted_at, old.ended_at)
  then raise exception 'what has ended stays ended: %', old.id; end if;
  if new.given_back < old.given_back then raise exception 'what was given back stays given back: %', old.id; end if;
  return new;
end $$;
create trigger ledger_transfer_kept before update or delete on ledger_transfer for each row execute function keep_ledger_transfer();
