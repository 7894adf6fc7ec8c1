-- A person's claim that somebody checked and did not accept: kept with the reason, never in force.
alter table person_fact add column declined_by text, add column declined_at timestamptz, add column declined_reason text;
