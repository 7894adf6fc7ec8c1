import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { addDays } from '#platform/clock/workingDays.ts';
import { shippedRegions } from '#platform/server/regionFiles.ts';
import type { FactValue } from '#registry/domain/factKind.ts';
import { idChecksum } from '#registry/domain/idNumber.ts';
import { completeWord, itemsWord } from '#policy/domain/keywords.ts';
import { randomly, type Randomly } from './randomly.ts';

const Scalar = z.union([z.string(), z.number(), z.boolean()]);
const Job = z.strictObject({ weight: z.number(), facts: z.record(z.string(), Scalar), department: z.string(), post: z.string(), study: z.string(), titles: z.array(z.string()).length(4) });
const CrowdFile = z.strictObject({
  areaCode: z.string(), evidence: z.string(), castEvidence: z.string(), male: z.string(), postFact: z.string(), sizes: z.record(z.string(), z.int()), surnames: z.string(), compound: z.array(z.string()), given: z.string(), men: z.number(),
  facts: z.record(z.string(), z.string()), always: z.record(z.string(), Scalar), townLevels: z.array(z.string()), levels: z.array(z.string()).length(4),
  educations: z.array(z.strictObject({ weight: z.number(), education: z.string(), degree: z.string(), years: z.int() })),
  schools: z.array(z.string()), bianzhi: z.array(z.string()), appraisals: z.array(z.string()), jobs: z.array(Job), workFields: z.tuple([z.string(), z.string(), z.string()]), workKinds: z.array(z.string()), workLevels: z.array(z.string()),
});

/** What the demo's crowd is drawn from. */
export const crowdSource = CrowdFile.parse(parse(fs.readFileSync(path.join(shippedRegions, 'china/demo/crowd.yaml'), 'utf8')));

/** Somebody of the crowd, as a roster line would have them. */
export type CrowdPerson = { name: string; idNumber: string; phone: string; arrived: string; post: string; facts: Record<string, FactValue> };

/** An institution that gets people. */
export type Institution = { id: string; kind: string; level: string };

/** A valid-looking ID number in an area that does not exist; odd sequence numbers are men. */
export function demoIdNumber(birth: string, sequence: number, male: boolean): string {
  const order = String(((sequence * 2 + (male ? 1 : 0)) % 1000)).padStart(3, '0');
  const area = String(Number(crowdSource.areaCode) + Math.floor((sequence * 2) / 1000)).padStart(6, '0');
  const first = `${area}${birth.replaceAll('-', '')}${order}`;
  return first + idChecksum(first);
}

/** The people of one institution, the same at every telling. */
export function crowdOf(institution: Institution, today: string, seed: string): CrowdPerson[] {
  const chance = randomly(`${seed}/${institution.id}`);
  const offset = chance.below(200);
  return Array.from({ length: crowdSource.sizes[institution.kind] ?? 30 }, (_, index) => someone(institution, today, chance, offset + index));
}

function someone(institution: Institution, today: string, chance: Randomly, sequence: number): CrowdPerson {
  const male = chance.happens(crowdSource.men);
  const birth = dayIn(chance, Number(today.slice(0, 4)) - chance.between(25, 58));
  const job = chance.weighted(crowdSource.jobs);
  const education = chance.weighted(crowdSource.educations);
  const workedFrom = `${Number(birth.slice(0, 4)) + education.years}-08-01`;
  const years = Math.max(0, Number(today.slice(0, 4)) - Number(workedFrom.slice(0, 4)));
  const rank = Math.min(3, Math.floor(years / 11 + chance.below(100) / 120));
  const arrived = dayIn(chance, Math.max(Number(workedFrom.slice(0, 4)) + 1, Number(today.slice(0, 4)) - chance.between(0, years || 1)), today);
  return {
    name: nameOf(chance), idNumber: demoIdNumber(birth, sequence, male), phone: `1390000${String(chance.below(10_000)).padStart(4, '0')}`, arrived, post: job.post,
    facts: withoutSome(chance, factsOf({ institution, today, chance, birth, job, education, workedFrom, years, rank, arrived })),
  };
}

function nameOf(chance: Randomly): string {
  const given = Array.from(crowdSource.given);
  const surname = chance.happens(0.01) ? chance.pick(crowdSource.compound) : chance.pick(Array.from(crowdSource.surnames));
  return surname + chance.pick(given) + (chance.happens(0.8) ? chance.pick(given) : '');
}

function dayIn(chance: Randomly, year: number, latest = '9999-12-31'): string {
  const day = addDays(`${year}-01-01`, chance.below(360));
  return day > latest ? addDays(latest, -1 - chance.below(60)) : day;
}

type Drawn = {
  institution: Institution; today: string; chance: Randomly; birth: string; job: z.infer<typeof Job>; education: { education: string; degree: string; years: number };
  workedFrom: string; years: number; rank: number; arrived: string;
};

function factsOf(drawn: Drawn): Record<string, FactValue> {
  const { chance, job, education, rank } = drawn;
  const titled = `${Number(drawn.workedFrom.slice(0, 4)) + Math.max(1, rank * 6)}-12-01`;
  const named: Record<string, FactValue> = {
    education: education.education, degree: education.degree, school: chance.pick(crowdSource.schools), study: job.study, graduated: drawn.workedFrom.replace('-08-01', '-07-01'),
    workedFrom: drawn.workedFrom, arrived: drawn.arrived, level: crowdSource.levels[rank] ?? '', title: job.titles[rank] ?? '', titled: titled < drawn.today ? titled : drawn.workedFrom,
    bianzhi: chance.pick(crowdSource.bianzhi), appraisal: chance.pick(crowdSource.appraisals), credits: chance.between(20, 40), study_months: chance.pick([0, 0, 1, 3, 6]),
    grassroots: chance.pick([0, 0, 60, 120, 322, 365, 400]), insured: Math.min(300, drawn.years * 12), residency: rank > 0 || chance.happens(0.7), institution: drawn.institution.level,
    works: worksOf(chance, rank), ...townshipOf(drawn),
  };
  const renamed = Object.entries(named).map(([key, value]) => [crowdSource.facts[key] ?? key, value]);
  return { ...crowdSource.always, ...job.facts, ...Object.fromEntries(renamed) };
}

function townshipOf({ institution, arrived, today }: Drawn): Record<string, FactValue> {
  if (!crowdSource.townLevels.includes(institution.level)) return {};
  return { township: arrived, townshipYears: Math.floor((Date.parse(today) - Date.parse(arrived)) / 31_557_600_000) };
}

function worksOf(chance: Randomly, rank: number): FactValue {
  const [kind, level, first] = crowdSource.workFields;
  const items = Array.from({ length: chance.below(rank + 1) }, () => ({ [kind]: chance.pick(crowdSource.workKinds), [level]: chance.pick(crowdSource.workLevels), [first]: chance.happens(0.6) }));
  return { [completeWord]: chance.happens(0.7), [itemsWord]: items } as FactValue;
}

/** Real rosters have gaps: one fact in thirty was never entered. */
const withoutSome = (chance: Randomly, facts: Record<string, FactValue>) =>
  Object.fromEntries(Object.entries(facts).filter(() => !chance.happens(0.033)));
