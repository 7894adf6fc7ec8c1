import { endOfDay } from '#platform/clock/workingDays.ts';
import { yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import { organisationTree, peopleById } from '#registry/server/public.ts';
import type { casesContract, QueueQuery, QueueRow } from '../domain/contract.ts';
import { deadlineOf, queueState } from './dueClock.ts';
import { usualDays } from './history.store.ts';
import { isTurnOf } from './offeredActions.ts';
import { allVersions, programmeAt } from './programme.store.ts';
import { keyOf, ownCases, queueCounts, queuePage, type QueueAsk, type QueuedCase, type Turns } from './queue.store.ts';
import { roundsById } from './round.store.ts';
import { forWhom } from './viewCase.ts';

/** The work queue: what the actor may see, ordered by clock, with counts of each view. */
export async function listQueue(call: Call, query: QueueQuery): Promise<Answer<Given<typeof casesContract.listQueue>>> {
  const turns = { of: await turnsOf(call), objected: call.actor.role === 'bureau' };
  const { programme, organisationId, stage } = query;
  const narrowed = { programme, organisationId, stage };
  const asks: Record<QueueQuery['view'], QueueAsk> = {
    all: { ended: false, ...narrowed }, ended: { ended: true, ...narrowed },
    mine: { ended: false, turns, ...narrowed }, others: { ended: false, turns: { ...turns, not: true }, ...narrowed },
  };
  const [due, id] = query.after?.split('~') ?? [];
  const rows = await queuePage(call, asks[query.view], { after: due && id ? { due, id } : undefined, limit: query.limit + 1 });
  const page = rows.slice(0, query.limit);
  const today = endOfDay(call.clock.today());
  const all = await queueCounts(call, asks.all, today);
  const mine = await queueCounts(call, asks.mine, today);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return yes({
    rows: await shownRows(call, page), next: last ? keyOf(last) : null,
    counts: { all: all.n, mine: mine.n, others: all.n - mine.n, past: mine.past, today: mine.today }, programmes: await titlesOf(call),
  });
}

/** My own cases, newest first. */
export async function listMine(call: Call, _: object = {}): Promise<Answer<Given<typeof casesContract.listMine>>> {
  const found = await ownCases(call);
  const shown = await shownRows(call, found);
  const rows: Given<typeof casesContract.listMine>['rows'] = [];
  for (const [index, row] of shown.entries()) {
    const from = found[index];
    rows.push({ ...row, outcome: from?.outcome ?? null, usualDays: await usualDays(call, from?.programme_code ?? '', row.stage) });
  }
  return yes({ rows });
}

async function turnsOf(call: Call): Promise<Turns> {
  const programmes = await allVersions(call);
  return programmes.flatMap((programme) => Object.keys(programme.stages).filter((stage) => isTurnOf({ programme, stage }, call.actor.role, false))
    .map((stage) => ({ code: programme.code, version: programme.version, stage })));
}

async function titlesOf(call: Call) {
  const titles = new Map((await allVersions(call)).map(({ code, title }) => [code, title]));
  return [...titles].map(([code, title]) => ({ code, title }));
}

async function shownRows(call: Call, rows: QueuedCase[]): Promise<QueueRow[]> {
  const people = await peopleById(call, [...new Set(rows.map((row) => row.person_id))]);
  const organisations = new Map((await organisationTree(call)).map(({ id, name }) => [id, name]));
  const rounds = await roundsById(call, [...new Set(rows.flatMap((row) => row.round_id ?? []))]);
  const shown: QueueRow[] = [];
  for (const row of rows) {
    const programme = await programmeAt(call, row.programme_code, row.programme_version);
    const deadline = deadlineOf({ ...row, programme }, rounds.get(row.round_id ?? ''), call);
    shown.push({
      id: row.id, number: row.number, personName: people.get(row.person_id)?.name ?? '', organisationName: organisations.get(row.organisation_id) ?? '', programme: programme.title,
      category: programme.categories[row.category]?.label ?? '', stage: row.stage, stageLabel: forWhom(call, programme, row.stage), seen: row.step_count, clock: deadline.shown,
      state: queueState(call, deadline.at, deadline.shown), yours: row.ended_at === null && isTurnOf({ programme, stage: row.stage }, call.actor.role, row.objected), openedAt: row.opened_at.toISOString(),
    });
  }
  return shown;
}
