-- An objection may be answered by looking again at scores or ballots; what was found and what it means for the result stays with it.
alter table objection add column rechecks jsonb not null default '[]';
alter table objection add column effect text check (effect in ('stands', 'falls'));
update objection set effect = case when upheld then 'falls' else 'stands' end where upheld is not null;
alter table objection add check ((effect is null) = (upheld is null));
