import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { expectYes } from '#platform/domain/answer.ts';
import type { Actor } from '#platform/domain/actor.ts';
import { addDays } from '#platform/clock/workingDays.ts';
import { perform } from '#platform/server/call.ts';
import { indicatorsIn, type EvaluationIndex } from '#deploy/domain/evaluationIndex.ts';
import type { EvaluationRow } from '#deploy/domain/evaluationContract.ts';
import { closeEvaluation, confirmEvaluation, enterFigureTable, listEvaluations, objectToEvaluation } from '#deploy/server/public.ts';
import type { Stage } from './openRegion.ts';
import type { Teller } from './play.ts';
import { randomly } from './randomly.ts';

const Day = z.int().min(-119).max(0);
const Year = z.strictObject({
  back: z.int().min(0).max(2), entered: Day, confirmed: Day, closed: Day.optional(),
  /** Every so-manieth of the crowd is confirmed; the rest is still being entered. */
  share: z.int().positive(), cast: z.record(z.string(), z.record(z.string(), z.union([z.int(), z.string()]))), objection: z.strictObject({ by: z.string(), content: z.string() }).optional(),
});
const EvaluationFile = z.strictObject({ by: z.string(), office: z.string(), crowd: z.int(), most: z.record(z.string(), z.int()), grades: z.array(z.string()), years: z.array(Year) });
type EvaluationFile = z.infer<typeof EvaluationFile>;
type Telling = { teller: Teller; stage: Stage; file: EvaluationFile; today: string; hospital: Actor; office: Actor };

/** Tells a region's evaluations by the real actions; nothing where it has none. */
export async function tellEvaluation(teller: Teller, stage: Stage, today: string): Promise<void> {
  const at = path.join(stage.region.folder, 'demo/evaluation.yaml');
  if (!fs.existsSync(at)) return;
  const file = EvaluationFile.parse(parse(fs.readFileSync(at, 'utf8')));
  const telling = { teller, stage, file, today, hospital: actorOf(stage, file.by), office: actorOf(stage, file.office) };
  for (const year of file.years) await tellYear(telling, year);
  teller.clock.moveTo(today);
}

function actorOf(stage: Stage, key: string): Actor {
  const actor = stage.actors.get(key);
  if (!actor) throw new Error(`evaluation.yaml names ${key}, whom the cast does not know`);
  return actor;
}

async function tellYear(telling: Telling, told: z.infer<typeof Year>): Promise<void> {
  const { teller, stage, today, hospital, office } = telling;
  const year = Number(today.slice(0, 4)) - told.back;
  const onDay = (day: number) => teller.clock.moveTo(addDays(today, day));
  onDay(told.entered);
  const { index, rows } = expectYes(await perform(teller, hospital, listEvaluations, { year }));
  if (!index) throw new Error(`${stage.region.id} has no index`);
  expectYes(await perform(teller, hospital, enterFigureTable, { year, text: tableOf(telling, told, index, rows) }));
  onDay(told.confirmed);
  const begun = expectYes(await perform(teller, hospital, listEvaluations, { year })).rows.filter(({ evaluationId }) => evaluationId !== null);
  const cast = new Set(Object.keys(told.cast).map((key) => actorOf(stage, key).personId));
  const confirmed = begun.filter(({ personId, missing }, at) => missing === 0 && (cast.has(personId) || at % told.share === 0));
  for (const { evaluationId } of confirmed) expectYes(await perform(teller, hospital, confirmEvaluation, { evaluationId: evaluationId ?? '' }));
  if (told.closed !== undefined) {
    onDay(told.closed);
    for (const { evaluationId } of confirmed) expectYes(await perform(teller, office, closeEvaluation, { evaluationId: evaluationId ?? '' }));
  }
  const objector = told.objection && actorOf(stage, told.objection.by);
  const own = confirmed.find(({ personId }) => personId === objector?.personId);
  if (objector && own && told.objection) expectYes(await perform(teller, objector, objectToEvaluation, { evaluationId: own.evaluationId ?? '', content: told.objection.content }));
}

/** A table as somebody would copy it from Excel: the cast's figures as written, the crowd's drawn. */
function tableOf({ stage, file }: Telling, told: z.infer<typeof Year>, index: EvaluationIndex, rows: readonly EvaluationRow[]): string {
  const chance = randomly(`${stage.region.id}/evaluation`); // the same people every year
  const columns = indicatorsIn(index.elements).filter(({ fact }) => fact === undefined);
  const cast = new Map(Object.entries(told.cast).map(([key, figures]) => [actorOf(stage, key).personId, figures]));
  const alone = rows.filter(({ name, personId }) => !cast.has(personId) && rows.filter((other) => other.name === name).length === 1);
  const crowd = Array.from({ length: file.crowd }, () => alone.splice(chance.below(alone.length), 1)).flat();
  const cell = ({ key, rule }: (typeof columns)[number]): string | number => {
    if (rule.kind === 'choice') return chance.pick(file.grades);
    return rule.kind === 'full' ? chance.between(Math.floor((file.most[key] ?? 0) / 3), file.most[key] ?? 0) : chance.happens(0.8) ? 0 : 1;
  };
  const lines = [
    ...rows.filter(({ personId }) => cast.has(personId)).map(({ personId, name }) => [name, ...columns.map((column) => cast.get(personId)?.[column.name] ?? '')]),
    ...crowd.map(({ name }: { name: string }) => [name, ...columns.map((column) => cell(column))]),
  ];
  return [['', ...columns.map(({ name }) => name)], ...lines].map((line) => line.join('\t')).join('\n');
}
