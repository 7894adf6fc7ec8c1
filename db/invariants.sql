-- What can never be true. Each query finds what broke its sentence; no rows is right.
-- A query begins with “-- name: sentence” and gives region_id and what is wrong.

-- ledgerBalance: the balance of an account is what its posted transfers add up to
select region_id, id, balance, moved from (
  select a.region_id, a.id, a.balance, coalesce((
    select sum(case when t.to_id = a.id then t.amount else -t.amount end) from ledger_transfer t
    where t.region_id = a.region_id and t.state = 'posted' and a.id in (t.from_id, t.to_id)), 0) as moved
  from ledger_account a) as counted
where balance <> moved;

-- ledgerHeld: what an account has set aside is the sum of its live holds
select region_id, id, held, live from (
  select a.region_id, a.id, a.held, coalesce((
    select sum(t.amount) from ledger_transfer t where t.region_id = a.region_id and t.from_id = a.id and t.state = 'held'), 0) as live
  from ledger_account a) as counted
where held <> live;

-- ledgerFloor: no account is below its floor
select region_id, id, balance, held, floor from ledger_account where side <> 'outside' and balance - held < floor;

-- ledgerZero: what one account has, another gave: each unit adds up to nothing
select region_id, unit, sum(balance) as total from ledger_account group by region_id, unit having sum(balance) <> 0;

-- ledgerUnit: a transfer moves between two accounts of one unit
select t.region_id, t.id, f.unit as from_unit, o.unit as to_unit from ledger_transfer t
join ledger_account f on f.region_id = t.region_id and f.id = t.from_id
join ledger_account o on o.region_id = t.region_id and o.id = t.to_id
where f.unit <> o.unit;

-- ledgerParent: what a child takes, its parent gives too, in the same state
select t.region_id, t.id, t.cause, t.state from ledger_transfer t
join ledger_account child on child.region_id = t.region_id and child.id = t.from_id and child.parent_id is not null
join ledger_account used on used.region_id = t.region_id and used.id = t.to_id and used.side = 'used'
where not exists (select 1 from ledger_transfer p where p.region_id = t.region_id and p.cause = t.cause and p.from_id = child.parent_id and p.amount = t.amount and p.state = t.state);

-- ledgerGivenBack: nothing is given back that was not posted
select region_id, id, given_back, state from ledger_transfer where given_back > 0 and state <> 'posted';

-- caseStage: the stage of a case is where its last step led, and its step count is right
select c.region_id, c.id, c.stage, last.to_stage, c.step_count, last.position from "case" c
left join lateral (select s.to_stage, s.position from case_step s where s.region_id = c.region_id and s.case_id = c.id order by s.position desc limit 1) last on true
where coalesce(last.position, 0) <> c.step_count or (last.to_stage is not null and last.to_stage <> c.stage);

-- caseSteps: steps stand one after another, each beginning where the one before ended
select region_id, case_id, position, from_stage, before_stage from (
  select s.region_id, s.case_id, s.position, s.from_stage, lag(s.to_stage) over in_order as before_stage, row_number() over in_order as expected
  from case_step s window in_order as (partition by s.region_id, s.case_id order by s.position)) as ordered
where position <> expected or (before_stage is not null and before_stage <> from_stage);

-- caseTime: no step was taken before the one that precedes it
select region_id, case_id, position from (
  select region_id, case_id, position, taken_at, lag(taken_at) over (partition by region_id, case_id order by position) as before_at from case_step) as ordered
where before_at > taken_at;

-- caseObjection: no case ended well while an objection was open
select c.region_id, c.id, o.id as objection from "case" c
join objection o on o.region_id = c.region_id and o.case_id = c.id
where c.outcome = 'granted' and o.raised_at <= c.ended_at and (o.answered_at is null or o.answered_at > c.ended_at);

-- instalmentOnce: one payment is booked for one instalment
select region_id, transfer_id, count(*) as instalments from instalment where coalesce(transfer_id, '') <> '' group by region_id, transfer_id having count(*) > 1;

-- instalmentBooked: a paid instalment has its posted transfer of the same amount
select i.region_id, i.case_id, i.position from instalment i
left join ledger_transfer t on t.region_id = i.region_id and t.id = i.transfer_id
where i.state in ('paid', 'recovered') and i.amount_fen > 0 and (t.state is distinct from 'posted' or t.amount <> i.amount_fen);

-- instalmentSum: instalments never promise more than was granted
select i.region_id, i.case_id, sum(i.amount_fen) as promised, c.granted_fen from instalment i
join "case" c on c.region_id = i.region_id and c.id = i.case_id
group by i.region_id, i.case_id, c.granted_fen having sum(i.amount_fen) > c.granted_fen;

-- personOnce: one identity number, one living person
select region_id, id_number_index, count(*) as people from person where merged_into is null group by region_id, id_number_index having count(*) > 1;

-- personMerged: a merged person points at a living one
select p.region_id, p.id, p.merged_into from person p
left join person o on o.region_id = p.region_id and o.id = p.merged_into
where p.merged_into is not null and (o.id is null or o.merged_into is not null);

-- factSuperseded: a fact is superseded once, by a later fact of the same person and kind
select f.region_id, f.person_id, f.kind, f.id from person_fact f
left join person_fact by_fact on by_fact.region_id = f.region_id and by_fact.person_id = f.person_id and by_fact.kind = f.kind and by_fact.id = f.superseded_by
where (f.superseded_by is null) <> (f.superseded_at is null)
  or (f.superseded_by is not null and (by_fact.id is null or by_fact.id = f.id or by_fact.recorded_at < f.recorded_at));

-- organisationPath: an organisation stands below its parent
select o.region_id, o.id, o.path, parent.path as parent_path from organisation o
join organisation parent on parent.region_id = o.region_id and parent.id = o.parent_id
where not starts_with(o.path, parent.path || '.');

-- panelInstitution: nobody judges somebody of the same institution
select s.region_id, s.panel_id, s.expert_id from panel_seat s
join panel p on p.region_id = s.region_id and p.id = s.panel_id
join expert e on e.region_id = s.region_id and e.id = s.expert_id
where s.state in ('invited', 'scored') and e.organisation_id = p.organisation_id;

-- panelSelf: nobody judges himself
select s.region_id, s.panel_id, s.expert_id from panel_seat s
join panel p on p.region_id = s.region_id and p.id = s.panel_id
join expert e on e.region_id = s.region_id and e.id = s.expert_id
where s.state in ('invited', 'scored') and e.person_id = p.applicant_person_id;

-- panelSize: a panel has no more judges than seats
select s.region_id, s.panel_id, count(*) as judges, p.size from panel_seat s
join panel p on p.region_id = s.region_id and p.id = s.panel_id
where s.state in ('invited', 'scored') group by s.region_id, s.panel_id, p.size having count(*) > p.size;

-- rosterCount: an import never brought in more rows than the file had
select region_id, id, row_count, added_count, updated_count from roster_import where added_count + updated_count > row_count;

-- sessionShut: no session outlives its account
select s.region_id, s.account_id from session s
join account a on a.region_id = s.region_id and a.id = s.account_id
where a.shut_at is not null;

-- sessionRights: no session has rights that its account never had
select s.region_id, s.account_id, s.rights_version, a.rights_version as account_version from session s
join account a on a.region_id = s.region_id and a.id = s.account_id
where s.rights_version > a.rights_version;

-- adminSeats: nobody holds two of the three administrator seats
select region_id, person_id, count(*) as seats from account
where role in ('systemAdmin', 'securityAdmin', 'auditor') and person_id <> '' and shut_at is null group by region_id, person_id having count(*) > 1;

-- jobLease: a running job has a lease, a finished one an end, a waiting one neither
select region_id, id, state, lease_until, ended_at from job
where (state = 'running') <> (lease_until is not null) or (state in ('done', 'failed', 'cancelled')) <> (ended_at is not null);

-- idempotencyAnswer: a kept key has the answer that was given
select region_id, account_id, key from idempotency where status = 0;

-- auditPlaces: the places of the audit trail have no gap
select region_id, position, expected from (
  select region_id, position, row_number() over (partition by region_id order by position) - 1 as expected from audit_leaf) as ordered
where position <> expected;

-- auditLeaf: every place of the audit trail has its entry
select l.region_id, l.position, l.entry_id from audit_leaf l
left join audit_entry e on e.region_id = l.region_id and e.id = l.entry_id where e.id is null;

-- auditHead: a head counts all leaves up to its own, and follows the one before
select region_id, position, leaf_count from (
  select h.region_id, h.position, h.leaf_count, h.previous_root, lag(h.root_hash) over (partition by h.region_id order by h.position) as before_root,
    (select count(*) from audit_leaf l where l.region_id = h.region_id and l.head_position <= h.position) as leaves
  from audit_head h) as counted
where leaf_count <> leaves or previous_root <> coalesce(before_root, '');

-- noticeTerm: no notice closes before it opens, nor sooner than its working days could pass
select region_id, id, opens_on, closes_at, working_days from notice
where closes_at < (opens_on::timestamp at time zone 'Asia/Shanghai') + working_days * interval '1 day';

-- noticeBeforePay: nothing is paid for a case while its notice stands
select i.region_id, i.case_id, i.position, n.id as notice from instalment i
join notice n on n.region_id = i.region_id and n.subject = i.case_id and n.withdrawn_at is null
where i.paid_at < n.closes_at;

-- messagePerson: a message is for somebody who is there
select m.region_id, m.id, m.person_id from message m
left join person p on p.region_id = m.region_id and p.id = m.person_id where p.id is null;

-- importEntered: an import that went in has one entry in the registry for each person it counts
select i.region_id, i.id, i.added_count + i.updated_count as counted, count(e.cause) as entries from roster_import i
left join person_entry e on e.region_id = i.region_id and e.cause like 'import:' || i.id || ':%'
group by i.region_id, i.id, i.stage, i.added_count, i.updated_count
having count(e.cause) <> case when i.stage = 'committed' then i.added_count + i.updated_count else 0 end;

-- importFile: a roster's file is kept only while something in it is left to do
select f.region_id, f.stored_name, i.stage from roster_file f
left join roster_import i on i.region_id = f.region_id and i.stored_name = f.stored_name
where i.id is null or i.stage in ('cancelled', 'refused') or (i.stage = 'committed' and i.good_count = i.row_count);

-- drawHash: the published list of a draw hashes to the published hash
select region_id, id, input_hash from draw where encode(sha256(convert_to(published, 'UTF8')), 'hex') <> input_hash;

-- drawReveal: every revealed number fits the commitment that was there before
select p.region_id, p.draw_id, p.party from draw_party p join draw d on d.region_id = p.region_id and d.id = p.draw_id
where p.nonce is not null and (p.revealed_at < p.committed_at or p.commitment <> encode(sha256(convert_to('["commit","' || d.input_hash || '","' || p.party || '","' || p.nonce || '"]', 'UTF8')), 'hex'));

-- drawOrder: a draw has its result only after every party has committed in time and revealed in time, and the outside number's day has come
select d.region_id, d.id from draw d join draw_party p on p.region_id = d.region_id and p.draw_id = d.id
where d.drawn_at is not null and (p.committed_at is null or p.revealed_at is null or p.committed_at >= d.commit_by or p.revealed_at >= d.reveal_by or p.revealed_at > d.drawn_at
  or d.drawn_at < (d.external_on::text || 'T00:00:00+08:00')::timestamptz);

-- drawRecused: nobody with a conflict that bars from a draw is among its candidates
select e.region_id, e.draw_id, c.number from draw_exclusion e join draw_candidate c on c.region_id = e.region_id and c.draw_id = e.draw_id and c.expert_id = e.expert_id
join draw d on d.region_id = e.region_id and d.id = e.draw_id where jsonb_path_exists(d.input, '$.pool[*] ? (@.id == $number)', jsonb_build_object('number', c.number));

-- roundMember: every member of a round stands in the result of its draw
select m.region_id, m.review_round_id, m.expert_id from round_member m join draw d on d.region_id = m.region_id and d.id = m.draw_id
join draw_candidate c on c.region_id = m.region_id and c.draw_id = m.draw_id and c.expert_id = m.expert_id
where d.transcript is null or not (d.transcript -> (case m.kind when 'member' then 'members' else 'substitutes' end) ? c.number);

-- roundSeat: nobody reviews a file of a round with whose applicant a conflict was known
select s.region_id, p.subject, s.expert_id from panel_seat s join panel p on p.region_id = s.region_id and p.id = s.panel_id
join round_conflict c on c.region_id = p.region_id and c.review_round_id = p.review_round_id and c.subject = p.subject and c.expert_id = s.expert_id
where s.state in ('invited', 'scored') and c.found_at <= s.invited_at;
-- workShares: the shares of a work are never more than a hundred percent
select k.region_id, k.id, k.share + coalesce(sum(c.share), 0) as total from work k
left join work_coworker c on c.region_id = k.region_id and c.work_id = k.id
group by k.region_id, k.id, k.share having k.share + coalesce(sum(c.share), 0) > 100;

-- workOnce: a work was granted once for one level of title
select region_id, work_id, level, count(*) as cases from work_use where state = 'granted' group by region_id, work_id, level having count(*) > 1;

-- workMaker: nobody is a co-worker of a work of his own
select c.region_id, c.work_id, c.person_id from work_coworker c
join work k on k.region_id = c.region_id and k.id = c.work_id where c.person_id = k.person_id;
-- meetingBallots: no more ballots on a file than published tokens, and none before the vote opened
select m.region_id, m.meeting_id, m.position, m.number, count(b.token_hash) as ballots from meeting_motion m
join meeting_ballot b on b.region_id = m.region_id and b.meeting_id = m.meeting_id and b.position = m.position and b.number = m.number
group by m.region_id, m.meeting_id, m.position, m.number, m.token_hashes having count(b.token_hash) > coalesce(cardinality(m.token_hashes), 0);

-- meetingTokens: published tokens are as many as members had signed, and never more than were present
select m.region_id, m.meeting_id, m.position, m.number from meeting_motion m
join meeting_vote v on v.region_id = m.region_id and v.meeting_id = m.meeting_id and v.position = m.position
where m.token_hashes is not null and (cardinality(m.token_hashes) > v.present or cardinality(m.token_hashes) <> (
  select count(*) from meeting_issue i where i.region_id = m.region_id and i.meeting_id = m.meeting_id and i.position = m.position and i.number = m.number));

-- meetingRecused: who steps aside from a file gets no token for it, nor does who never signed in
select i.region_id, i.meeting_id, i.number, i.person_id from meeting_issue i
join meeting_motion m on m.region_id = i.region_id and m.meeting_id = i.meeting_id and m.position = i.position and m.number = i.number
join meeting_member p on p.region_id = i.region_id and p.meeting_id = i.meeting_id and p.person_id = i.person_id
left join meeting_recusal r on r.region_id = i.region_id and r.meeting_id = i.meeting_id and r.subject = m.subject and r.person_id = i.person_id
where p.attended_at is null or r.person_id is not null;

-- meetingTally: a sealed tally says what the ballots say, and its key is gone
select v.region_id, v.meeting_id, v.position, o.value ->> 'case' as number from meeting_vote v, jsonb_array_elements(v.tally -> 'outcomes') as o(value)
where v.sealed_key is not null or (o.value ->> 'yes')::int <> (
  select count(*) from meeting_ballot b where b.region_id = v.region_id and b.meeting_id = v.meeting_id and b.position = v.position and b.number::text = o.value ->> 'case' and b.choice = 'yes');

-- meetingOutcome: a file's outcome is that of the vote it names
select s.region_id, s.meeting_id, s.number, s.outcome from meeting_subject s
left join meeting_vote v on v.region_id = s.region_id and v.meeting_id = s.meeting_id and v.position = s.vote
where s.outcome is not null and not exists (select 1 from jsonb_array_elements(v.tally -> 'outcomes') as o(value) where o.value ->> 'case' = s.number::text and o.value ->> 'outcome' = s.outcome);

-- meetingSeats: no more members sit than the panel has seats
select m.region_id, m.id, count(*) as seated from meeting m
join meeting_member p on p.region_id = m.region_id and p.meeting_id = m.id and p.seated_at is not null and p.excused_at is null
group by m.region_id, m.id, m.rule having count(*) > (m.rule ->> 'panelSize')::int;

-- credentialOnce: one cause gives one certificate
select region_id, cause, count(*) as certificates from credential group by region_id, cause having count(*) > 1;

-- credentialCase: a certificate comes from a case that was granted
select k.region_id, k.id, k.number, c.outcome from credential k
left join "case" c on c.region_id = k.region_id and c.id = k.cause
where c.outcome is distinct from 'granted';

-- entitlementCase: the case of a confirmed entitlement is the same person's
select e.region_id, e.id, e.case_id from entitlement e
where e.case_id is not null and not exists (
  select 1 from "case" c where c.region_id = e.region_id and c.id = e.case_id and c.person_id = e.person_id);

-- policyTwoOfficers: no policy was published by somebody who wrote or submitted it, under this account or another of the same person
select v.region_id, v.code, v.version, v.published_by from policy_version v
left join account p on p.region_id = v.region_id and p.id = v.published_by
where v.published_by = v.submitted_by or v.published_by = any (v.writers) or (p.person_id <> '' and exists (
  select 1 from account w where w.region_id = v.region_id and w.person_id = p.person_id and w.id = any (v.writers)));

-- policyText: the text of a published policy is the one that was published
select region_id, code, version from policy_version where encode(sha256(convert_to(source, 'UTF8')), 'hex') <> checksum;

-- policyDraftState: a draft is where its last step led
select d.region_id, d.id, d.state, last.act from policy_draft d
left join lateral (select s.act from policy_draft_step s where s.region_id = d.region_id and s.draft_id = d.id order by s.position desc limit 1) last on true
where d.state is distinct from case last.act when 'start' then 'drafting' when 'submit' then 'submitted' when 'reject' then 'drafting' when 'publish' then 'published' when 'drop' then 'dropped' end;

-- policyPublished: a published draft has its version, and a version its published draft
select d.region_id, d.id, d.state, v.version from policy_draft d
full join policy_version v on v.region_id = d.region_id and v.draft_id = d.id
where (d.state = 'published') is distinct from (v.version is not null) or d.version <> v.version or d.code <> v.code;
-- pairingPlaces: no master has more live pairs than places
select e.region_id, e.id, e.places, count(*) as pairs from pairing_entry e
join pairing_pair p on p.region_id = e.region_id and p.master_id = e.id and p.state = 'live'
group by e.region_id, e.id, e.places having count(*) > e.places;

-- pairingMutual: both of a pair handed in a list that names the other, and they are of one round and different sides
select p.region_id, p.id from pairing_pair p
join pairing_entry m on m.region_id = p.region_id and m.id = p.master_id
join pairing_entry u on u.region_id = p.region_id and u.id = p.pupil_id
where m.side <> 'master' or u.side <> 'pupil' or m.round_id <> p.round_id or u.round_id <> p.round_id
  or m.person_id = u.person_id or not (p.pupil_id = any (m.wishes)) or not (p.master_id = any (u.wishes));

-- pairingTime: no list was handed in after its deadline, and no pair was made before it
select e.region_id, e.id from pairing_entry e
join pairing_round r on r.region_id = e.region_id and r.id = e.round_id
where e.handed_in_at >= r.closes_at or r.run_at < r.closes_at;

-- evaluationFact: the latest closed year of a person stands in the file as an authority's fact
select e.region_id, e.id, e.result ->> 'level' as level from evaluation e
where e.state = 'closed' and e.span = 'year'
  and not exists (select 1 from evaluation l where l.region_id = e.region_id and l.index_code = e.index_code and l.person_id = e.person_id and l.span = 'year' and l.state = 'closed' and (l.to_year > e.to_year or l.closed_at > e.closed_at))
  and not exists (select 1 from person_fact f where f.region_id = e.region_id and f.person_id = e.person_id and f.kind = e.index_data ->> 'fact' and f.source = 'authority' and f.value = e.result -> 'level');

-- evaluationObjection: an evaluation waits for an answer exactly while an objection is open
select e.region_id, e.id, e.state from evaluation e
where (e.state = 'objected') <> exists (select 1 from evaluation_objection o where o.region_id = e.region_id and o.evaluation_id = e.id and o.answered_at is null);
