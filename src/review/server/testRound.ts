import { clockActor, type Actor } from '#platform/domain/actor.ts';
import { expectYes, type Answer } from '#platform/domain/answer.ts';
import { perform, performAsClock, type App, type Call } from '#platform/server/call.ts';
import { addPeople, openOrganisations } from '#registry/server/public.ts';
import { idChecksum } from '#registry/domain/idNumber.ts';
import { RoundRules } from '../domain/roundRules.ts';
import { addExpert } from './addExpert.ts';
import { enterReview } from './enterReview.ts';

const institutions = ['zxyy', 'zyyy', 'fybj', 'jkzx', 'jswz', 'rmyy'];
const fields = ['病理', '康复', '全科', '护理'];

/** A region with experts of six institutions and rounds of files, for tests of reviews. */
export async function reviewTest(app: App, expertCount: number) {
  const bureau: Actor = { ...clockActor('putuo'), accountId: 'office', role: 'bureau', organisationId: 'putuo-wjw', organisationPath: 'putuo.wjw' };
  const reviewer = (personId: string): Actor => ({ ...clockActor('putuo'), accountId: `acc-${personId}`, personId, role: 'reviewer' });
  const doing = async <I, O>(actor: Actor, act: (call: Call, input: I) => Promise<Answer<O>>, input: I): Promise<O> => expectYes(await perform(app, actor, act, input));
  expectYes(await performAsClock(app, 'putuo', openOrganisations, {}));
  let serial = 0;
  const enterPeople = async (count: number, organisationOf: (index: number) => string) => {
    const people = Array.from({ length: count }, (_, index) => {
      serial += 1;
      const first = `990101${String(19700101 + Math.floor(serial / 400) * 10000)}${String(100 + (serial % 400)).padStart(3, '0')}`;
      return {
        cause: `t:${serial}`, idNumber: first + idChecksum(first), name: `某甲${serial}`, phone: '', facts: [], source: 'authority' as const, evidence: '测试',
        employment: { organisationId: organisationOf(index), from: '2010-01-01', post: '' },
      };
    });
    return expectYes(await performAsClock(app, 'putuo', addPeople, { people })).personIds;
  };
  const institutionOf = (index: number) => `putuo-${institutions[index % institutions.length]}`;
  const experts = new Map<string, string>();
  for (const [index, personId] of (await enterPeople(expertCount, institutionOf)).entries()) {
    const { expertId } = await doing(bureau, addExpert, {
      personId, organisationId: institutionOf(index), fields: [fields[index % fields.length] ?? ''], level: '正高', external: index % 5 === 0, from: '2026-01-01', to: '2028-12-31',
    });
    experts.set(expertId, personId);
  }

  /** A round with so many files, each of another applicant of the institutions in turn. */
  const roundOf = async (circle: string, files: number, rules: Partial<RoundRules>, organisationOf = institutionOf) => {
    const applicants = await enterPeople(files, organisationOf);
    let reviewRoundId = '';
    for (const [index, personId] of applicants.entries()) {
      ({ reviewRoundId } = await doing(bureau, enterReview, {
        circle, roundHeading: `批次${circle}`, rules: RoundRules.parse({ reviewers: 3, sheet: 'talent-recognition', blinding: 'single', ...rules }), subject: `${circle}-${index + 1}`,
        heading: '紧缺专业人才', fields: [fields[index % fields.length] ?? ''], applicantPersonId: personId, organisationId: organisationOf(index), otherPersonIds: [], file: { heading: '紧缺专业人才', sections: [] },
      }));
    }
    return { reviewRoundId, applicants };
  };
  return { bureau, reviewer, doing, experts, enterPeople, roundOf, institutionOf };
}
