-- A used one-time code is not good a second time; audit heads carry what is needed to go on and to show a forgery.
alter table account add column totp_last_step bigint;
alter table audit_head add column peaks jsonb not null default '[]';
alter table audit_head add column signature text not null default '';
create index audit_entry_by_time on audit_entry (region_id, happened_at);
create index session_by_account on session (region_id, account_id);
