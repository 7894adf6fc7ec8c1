import { visitorActor, type Actor } from '#platform/domain/actor.ts';
import { expectYes, type Answer } from '#platform/domain/answer.ts';
import { perform, type App } from '#platform/server/call.ts';
import { seededBytes } from '#platform/server/seededBytes.ts';
import type { Choice } from '../domain/ballot.ts';
import { blindedOf, depositOf, newSlip, type Slip } from '../domain/ballotSlip.ts';
import type { MeetingView } from '../domain/meetingContract.ts';
import { attendMeeting } from './attendMeeting.ts';
import { castBallot, depositToken } from './castBallot.ts';
import { giveScore } from './giveScore.ts';
import { signTokens } from './handOutBallots.ts';
import { invitePanel } from './invitePanel.ts';
import { conveneMeeting } from './conveneMeeting.ts';
import { reviewTest } from './testRound.ts';
import { viewMeeting } from './viewMeeting.ts';

type Rules = NonNullable<Parameters<Awaited<ReturnType<typeof reviewTest>>['roundOf']>[2]>;

/** A member's phone: what it keeps and does by itself, as the page does. */
export function phoneOf(app: App, actor: Actor, meetingId: string) {
  const slips = new Map<string, Slip>();
  const bytes = seededBytes(`phone/${actor.personId}`);
  const look = async (): Promise<MeetingView> => expectYes(await perform(app, actor, viewMeeting, { meetingId }));
  const latest = (view: MeetingView) => view.votes.at(-1)!;
  const open = ({ modulus }: MeetingView['votes'][number], { number, exponent }: { number: number; exponent: number }) => ({ case: String(number), key: { modulus, exponent } });
  const slipFor = (vote: string, number: number) => {
    const key = `${vote} ${number}`;
    if (!slips.has(key)) slips.set(key, newSlip(String(number), bytes));
    return slips.get(key)!;
  };
  return {
    actor, look, slipFor,
    attend: async (code: string) => perform(app, actor, attendMeeting, { meetingId, code }),
    sign: async () => {
      const vote = latest(await look());
      const blinded = vote.motions.filter(({ mine }) => mine).map((motion) => ({ number: motion.number, blinded: blindedOf(vote.name, open(vote, motion), slipFor(vote.name, motion.number)) }));
      return perform(app, actor, signTokens, { meetingId, vote: vote.position, blinded });
    },
    deposit: async (signatures: { number: number; signature: string }[]) => {
      const vote = latest(await look());
      for (const { number, signature } of signatures) {
        const motion = vote.motions.find((each) => each.number === number)!;
        const given = depositOf(vote.name, open(vote, motion), slipFor(vote.name, number), signature)!;
        expectYes(await perform(app, visitorActor('putuo'), depositToken, { meetingId, vote: vote.position, number, tokenHash: given.tokenHash, signature: given.signature }));
      }
    },
    cast: async (number: number, choice: Choice): Promise<Answer<{ receipt: string }>> => {
      const vote = latest(await look());
      return perform(app, visitorActor('putuo'), castBallot, { meetingId, vote: vote.position, number, token: slipFor(vote.name, number).token, choice });
    },
  };
}
export type Phone = ReturnType<typeof phoneOf>;

/** Rounds that have been drawn and scored, and meetings over them with a phone for every member. */
export async function meetingTest(app: App, expertCount = 12) {
  const stage = await reviewTest(app, expertCount);
  const { bureau, reviewer, doing, experts, roundOf } = stage;

  const scoreAll = async (subject: string, organisationId: string, applicantPersonId: string, points: number) => {
    const { panelId } = await doing(bureau, invitePanel, { subject, fields: [], applicantPersonId, organisationId, size: 3, file: { heading: 'x', sections: [] } });
    const seats = await app.db.selectFrom('panel_seat').select('expert_id').where('panel_id', '=', panelId).where('state', '=', 'invited').execute();
    for (const [index, { expert_id }] of seats.entries()) {
      const marks = { ethics: 9, clinical: points + index, discipline: 20, research: 12, service: 12 };
      await doing(reviewer(experts.get(expert_id) ?? ''), giveScore, { panelId, marks, opinion: '' });
    }
  };

  /** A round with its members drawn (the first experts) and every file scored. */
  const drawnRound = async (circle: string, files: number, meeting: NonNullable<Rules['meeting']>, rules: Partial<Rules> = {}) => {
    const { reviewRoundId } = await roundOf(circle, files, { ...rules, meeting });
    const drawn = [...experts.keys()].slice(0, meeting.size + meeting.substitutes);
    for (const [index, expertId] of drawn.entries()) {
      const sits = index < meeting.size;
      await app.db.insertInto('round_member').values({
        region_id: 'putuo', review_round_id: reviewRoundId, expert_id: expertId, draw_id: 'draw', kind: sits ? 'member' : 'substitute', position: sits ? index + 1 : index + 1 - meeting.size,
        state: sits ? 'sitting' : 'waiting', seated_at: sits ? app.clock.now() : null,
      }).execute();
    }
    const subjects = await app.db.selectFrom('review_subject').selectAll().where('review_round_id', '=', reviewRoundId).orderBy('number').execute();
    for (const [index, file] of subjects.entries()) await scoreAll(file.subject, file.organisation_id, file.applicant_person_id, 20 + ((index * 7) % 13));
    return reviewRoundId;
  };

  /** The meeting of a round, called for today, and the phones of those who sit. */
  const convened = async (reviewRoundId: string) => {
    const { meetingId } = await doing(bureau, conveneMeeting, { reviewRoundId, meetsOn: app.clock.today(), place: '三楼会议室' });
    const members = await app.db.selectFrom('meeting_member').select(['person_id', 'seated_at', 'chair']).where('meeting_id', '=', meetingId).orderBy('position').execute();
    const phones = members.map((member) => phoneOf(app, reviewer(member.person_id), meetingId));
    const { door_code: code } = await app.db.selectFrom('meeting').select('door_code').where('id', '=', meetingId).executeTakeFirstOrThrow();
    return { meetingId, phones, seated: phones.filter((_, index) => members[index]?.seated_at !== null), code };
  };

  return { ...stage, drawnRound, convened };
}
