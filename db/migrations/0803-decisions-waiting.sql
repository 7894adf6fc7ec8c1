-- Decisions taken since the last check; instants cannot tell, for both may happen within one.
alter table roster_import add column decisions_waiting boolean not null default false;
