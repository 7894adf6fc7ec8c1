import { done, expectYes, yes, type Answer, type Done } from '#platform/domain/answer.ts';
import { performAsClock, type App, type Call } from '#platform/server/call.ts';
import { defineJob, enqueue, type RunningJob } from '#platform/server/jobs.ts';
import { factsChanged, type FactsChanged } from '#registry/domain/factsChanged.ts';
import { peopleInScope } from '#registry/server/public.ts';
import { judgePeople, type Judging } from './judgePeople.ts';
import { claimDay } from './standing.store.ts';

/** The job that judges everybody of a region. */
const judgeAll = 'retain.judgeAll';

/** People in one transaction: enough for columns, few enough that the lock is short. */
const portion = 500;

/** Once a day, as the clock: queues that everybody is judged, since a day may make ripe what no new fact did. */
export async function judgeDaily(call: Call, _: object = {}): Promise<Answer<Done>> {
  if (await claimDay(call)) await enqueue(call, judgeAll, {});
  return done;
}

defineJob<FactsChanged>(factsChanged, async (app, { regionId, payload: { personIds } }) => {
  const total = { people: 0, offered: 0, overtaken: 0 };
  for (let start = 0; start < personIds.length; start += portion) add(total, await judge(app, regionId, personIds.slice(start, start + portion)));
  return yes(total);
});

defineJob<object>(judgeAll, judgeEverybody);

async function judgeEverybody(app: App, job: RunningJob<object>): Promise<Answer<Judging>> {
  const total = { people: 0, offered: 0, overtaken: 0 };
  for (let after = ''; ;) {
    if (await job.cancelled()) return yes(total);
    const people = expectYes(await performAsClock(app, job.regionId, async (call, input: { after: string }) => yes(await peopleInScope(call, { ...input, limit: portion })), { after }));
    if (people.length === 0) return yes(total);
    add(total, await judge(app, job.regionId, people.map(({ personId }) => personId)));
    await job.progress(total.people, total.people);
    after = people.at(-1)?.personId ?? '';
  }
}

const judge = async (app: App, regionId: string, personIds: readonly string[]): Promise<Judging> => expectYes(await performAsClock(app, regionId, judgePeople, { personIds }));

function add(total: Judging, more: Judging): void {
  total.people += more.people;
  total.offered += more.offered;
  total.overtaken += more.overtaken;
}
