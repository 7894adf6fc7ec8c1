-- Who is meant by each masked name of a notice, so that somebody who withdraws consent is no longer shown.
alter table notice add column person_ids jsonb not null default '[]';
