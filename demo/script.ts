import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Region } from '#platform/server/regionFiles.ts';

/** Days are counted from today: -30 is a month ago. */
const Day = z.int().min(-119).max(60);
const Answers = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

const Step = z.union([
  z.strictObject({ day: Day, by: z.string(), do: z.string(), amountFen: z.int().optional(), category: z.string().optional(), reason: z.string().optional() }),
  z.strictObject({ day: Day, scores: z.array(z.int()), opinion: z.string() }),
  z.strictObject({ day: Day, objection: z.string() }),
]);
export type ScriptStep = z.infer<typeof Step>;

const Round = z.strictObject({
  key: z.string(), programme: z.string(), version: z.int().positive().optional(), title: z.string(), by: z.string(), on: Day, opens: Day, closes: Day, places: z.int().optional(), account: z.string().optional(),
  organisation: z.string().optional(), requirements: z.record(z.string(), z.string()).default({}),
});

const Told = z.strictObject({ talent: z.string(), round: z.string(), programme: z.string(), category: z.string().optional(), opened: Day, steps: z.array(Step) });
export type ToldCase = z.infer<typeof Told>;

/** Several people of the crowd who are entitled, opened a day apart and carried through the same steps. */
const Several = Told.omit({ talent: true }).extend({ count: z.int().positive(), from: z.string(), every: z.int().positive() });

const Drawn = z.enum(['none', 'running', 'drawn']);

/** A big round told after the address is printed: so many applications of the crowd, judged by so many experts, `scored` per cent of the reviews handed in. */
const Later = z.strictObject({
  programme: z.string(), title: z.string(), by: z.string(), open: z.int().positive(), applications: z.int().positive(), experts: z.int().positive(), least: z.int().min(0), scored: z.int().min(0).max(100),
  draw: Drawn.default('none'), answers: Answers, opinion: z.string(),
});
export type LaterRound = z.infer<typeof Later>;

/** A small round of the same programme, told before on its own days. */
const SmallRound = Later.pick({ title: true, applications: true, scored: true, draw: true }).extend({ on: Day });

/** What every draw of the story uses. */
const DrawWords = z.strictObject({ external: z.string(), externalNumber: z.string(), representatives: z.strictObject({ personnel: z.string(), discipline: z.string(), applicants: z.string() }) });
export type DrawWords = z.infer<typeof DrawWords>;

const ScriptFile = z.strictObject({
  answers: z.record(z.string(), Answers), documents: z.record(z.string(), z.array(z.string())), rounds: z.array(Round), cases: z.array(Told), several: z.array(Several).default([]), later: z.array(Later).default([]), reviewRounds: z.array(SmallRound).default([]), draw: DrawWords.optional(),
  drafts: z.array(z.strictObject({ code: z.string(), version: z.string(), by: z.string(), from: z.int().min(1).max(400) })).default([]),
  confirms: z.array(z.strictObject({ talent: z.string(), result: z.string() })).default([]),
});
export type Script = z.infer<typeof ScriptFile>;

/** The story of a region, as its file tells it; undefined where there is none. */
export function scriptOf(region: Region): Script | undefined {
  const file = path.join(region.folder, 'demo/story.yaml');
  if (!fs.existsSync(file)) return undefined;
  const found = ScriptFile.safeParse(parse(fs.readFileSync(file, 'utf8')));
  if (!found.success) throw new Error(`${file}: ${z.prettifyError(found.error)}`);
  return found.data;
}
