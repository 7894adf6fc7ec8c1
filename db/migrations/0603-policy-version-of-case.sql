-- Which version of its policy decides a round and a case, where the programme names the policy without a version.
-- Pinned when the round is opened (the version in force on its first day), or when a case without a round is opened.
alter table case_round add column policy_version text;
alter table "case" add column policy_version text;
