import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { dayOf } from '#platform/clock/clock.ts';
import type { Call } from '#platform/server/call.ts';
import { PairingRule } from '../domain/pairing.ts';
import type { PairView } from '../domain/pairingContract.ts';
import { Side } from '../domain/pairingPlan.ts';
import { entrantViews } from './entrantViews.ts';
import { ownPair } from './ownSide.ts';
import { entriesOf, findPair, findRound } from './pairing.store.ts';
import { planOf } from './pairingRecord.ts';
import { assessmentsOf, goalsOf, meetingsOf } from './pairLife.store.ts';

/** A pair with what it does; the two in it see their own rank of the other only, the office both. */
export async function viewPair(call: Call, { pairId }: { pairId: string }): Promise<Answer<PairView>> {
  const own = await ownPair(call, pairId);
  const office = call.actor.role === 'bureau';
  const pair = office ? await findPair(call, pairId) : own?.pair;
  const round = pair && (await findRound(call, pair.round_id));
  if (!pair || !round?.rule) return no('notFound');
  const entries = (await entriesOf(call, round.id)).filter(({ id }) => id === pair.master_id || id === pair.pupil_id);
  const views = await entrantViews(call, round, entries);
  const [master, pupil] = [views.get(pair.master_id), views.get(pair.pupil_id)];
  if (!master || !pupil) return no('notFound');
  const rank = (of: string, other: string) => (entries.find(({ id }) => id === of)?.wishes ?? []).indexOf(other) + 1;
  const side = own?.side ?? null;
  const plan = planOf(round);
  const madeOn = dayOf(pair.made_at);
  return yes({
    pairId, roundTitle: round.title, state: pair.state as PairView['state'], side, rule: PairingRule.parse(round.rule), master, pupil, madeOn, endsOn: monthsLater(madeOn, plan.termMonths),
    leftReason: pair.left_reason, result: pair.result, levels: plan.levels, years: yearsFrom(madeOn, call.clock.today()),
    wish: office || side === 'pupil' ? rank(pair.pupil_id, pair.master_id) : null, standing: office || side === 'master' ? rank(pair.master_id, pair.pupil_id) : null,
    ...(await lifeOf(call, pairId)),
  });
}

async function lifeOf(call: Call, pairId: string): Promise<Pick<PairView, 'goals' | 'meetings' | 'assessments'>> {
  const goals = await goalsOf(call, pairId);
  const meetings = await meetingsOf(call, [pairId]);
  const assessments = await assessmentsOf(call, pairId);
  return {
    goals: goals.map((goal) => ({ goalId: goal.id, content: goal.content, dueOn: goal.due_on, setBy: Side.parse(goal.set_by), doneOn: goal.done_on })),
    meetings: meetings.map((meeting) => ({ meetingId: meeting.id, heldOn: meeting.held_on, content: meeting.content, recordedBy: Side.parse(meeting.recorded_by), confirmed: meeting.confirmed_at !== null })),
    assessments: assessments.map(({ year, assessor, level, comment }) => ({ year, assessor: assessor as PairView['assessments'][number]['assessor'], level, comment })),
  };
}

const yearsFrom = (from: string, today: string): number[] => {
  const first = Number(from.slice(0, 4));
  return Array.from({ length: Number(today.slice(0, 4)) - first + 1 }, (_, at) => first + at);
};

function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const total = year * 12 + month - 1 + months;
  const last = new Date(Date.UTC(Math.floor(total / 12), (total % 12) + 1, 0)).getUTCDate();
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}-${String(Math.min(Number(day.slice(8)), last)).padStart(2, '0')}`;
}
