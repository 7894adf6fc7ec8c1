import { done, no, yes, type Answer, type Done } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { factsOfPeople, maySeePerson, peopleById, peopleInScope } from '#registry/server/public.ts';
import { checkFigures, evaluate, evaluateTerm, type EvaluationResult } from '../domain/evaluate.ts';
import { indicatorsIn, type EvaluationIndex, type Figures } from '../domain/evaluationIndex.ts';
import { readFigureTable, type FigureLine } from '../domain/figureTable.ts';
import { changeEvaluation, evaluationsOfPerson, evaluationsOfYear, insertEvaluations, lockEvaluation, type EvaluationRecord } from './evaluation.store.ts';
import { evaluationIndexOf } from './evaluationIndexes.ts';
import { indexOf, resultOf } from './evaluationViews.ts';

type Asked = { personId: string; year: number };

/** The region's index and the person, when the actor may evaluate that year. */
async function mayEvaluate(call: Call, { personId, year }: Asked): Promise<Answer<{ index: EvaluationIndex; organisationId: string }>> {
  const index = evaluationIndexOf(call.region);
  if (!index) return no('noEvaluationIndex');
  const latest = Number(call.clock.today().slice(0, 4));
  if (year > latest || year < latest - index.termYears) return no('evaluationYear', { field: 'year', params: { from: latest - index.termYears, to: latest } });
  if (!(await maySeePerson(call, personId)) || personId === call.actor.personId) return no('notFound');
  return yes({ index, organisationId: (await peopleById(call, [personId])).get(personId)?.organisationId ?? '' });
}

/** Figures that facts in force already give. */
async function figuresOfFacts(call: Call, index: EvaluationIndex, personIds: readonly string[]): Promise<Map<string, Figures>> {
  const facts = await factsOfPeople(call, [...personIds]);
  const derived = indicatorsIn(index.elements).filter(({ fact }) => fact !== undefined);
  return new Map(personIds.map((personId) => [personId, Object.fromEntries(derived.flatMap(({ key, fact = '' }) => {
    const value = facts.get(personId)?.[fact];
    return typeof value === 'number' || typeof value === 'string' ? [[key, value]] : [];
  }))]));
}

/** Begins a person's year, filled from facts; begun again it answers with the same evaluation. */
export async function startEvaluation(call: Call, asked: Asked): Promise<Answer<{ evaluationId: string }>> {
  const may = await mayEvaluate(call, asked);
  if (!may.ok) return may;
  const { index, organisationId } = may.value;
  const figures = (await figuresOfFacts(call, index, [asked.personId])).get(asked.personId) ?? {};
  await begin(call, index, [{ ...asked, organisationId, figures }]);
  const row = (await evaluationsOfYear(call, index.code, asked.year)).find((each) => each.person_id === asked.personId && each.span === 'year');
  await audit(call, { act: 'evaluation.start', subject: row?.id ?? '', detail: { year: asked.year } });
  return row ? yes({ evaluationId: row.id }) : no('notFound');
}

const begin = (call: Call, index: EvaluationIndex, people: readonly (Asked & { organisationId: string; figures: Figures })[]) =>
  insertEvaluations(call, people.map(({ personId, year, organisationId, figures }) => ({
    id: call.newId('eva'), index_code: index.code, index_data: index, person_id: personId, organisation_id: organisationId, span: 'year', from_year: year, to_year: year, figures,
  })));

/** Enters figures of one person; what is told replaces what stood. */
export async function saveFigures(call: Call, { evaluationId, figures }: { evaluationId: string; figures: Figures }): Promise<Answer<Done>> {
  const row = await lockEvaluation(call, evaluationId);
  if (!row || !(await maySeePerson(call, row.person_id))) return no('notFound');
  if (row.state !== 'entered' || row.span !== 'year') return no('evaluationShut');
  const sound = checkFigures(indexOf(row), figures);
  if (!sound.ok) return sound;
  await changeEvaluation(call, evaluationId, { figures: JSON.stringify(figures) });
  await audit(call, { act: 'evaluation.enter', subject: evaluationId, detail: { figures: Object.keys(figures).length } });
  return done;
}

type Table = { year: number; text: string };
type Placed = FigureLine & { personId: string; organisationId: string; before: EvaluationRecord | undefined };

/** The lines of a pasted table with the person of each; the first that cannot be placed is refused with its line. */
async function placeTable(call: Call, { year, text }: Table): Promise<Answer<{ index: EvaluationIndex; placed: Placed[] }>> {
  const index = evaluationIndexOf(call.region);
  if (!index) return no('noEvaluationIndex');
  const lines = readFigureTable(index, text);
  if (!lines.ok) return lines;
  const byName = Map.groupBy(await peopleInScope(call, { limit: mostPeople }), ({ name }) => name);
  const before = new Map((await evaluationsOfYear(call, index.code, year)).filter((row) => row.span === 'year').map((row) => [row.person_id, row]));
  const placed: Placed[] = [];
  for (const each of lines.value) {
    const { line, name, figures } = each;
    const [person, ...others] = byName.get(name) ?? [];
    if (!person) return no('figureLinePerson', { field: 'text', params: { line, name } });
    if (others.length) return no('figureLineNames', { field: 'text', params: { line, name, n: others.length + 1 } });
    const sound = checkFigures(index, figures);
    if (!sound.ok) return no('figureLine', { field: 'text', params: { line, why: call.say(`reason.${sound.reason}`, sound.detail?.params) } });
    if (before.get(person.personId) && before.get(person.personId)?.state !== 'entered') return no('figureLine', { field: 'text', params: { line, why: call.say('reason.evaluationShut') } });
    placed.push({ ...each, personId: person.personId, organisationId: person.organisationId, before: before.get(person.personId) });
  }
  return yes({ index, placed });
}

const mostPeople = 2_000;

const joined = ({ before, figures }: Placed, ofFacts: Figures): Figures => ({ ...ofFacts, ...(before ? (before.figures as Figures) : {}), ...figures });

/** What a pasted table would enter, with the result of each line; nothing is kept. */
export async function checkFigureTable(call: Call, table: Table): Promise<Answer<{ rows: { line: number; name: string; result: EvaluationResult }[] }>> {
  const found = await placeTable(call, table);
  if (!found.ok) return found;
  const { index, placed } = found.value;
  const ofFacts = await figuresOfFacts(call, index, placed.map(({ personId }) => personId));
  return yes({ rows: placed.map((each) => ({ line: each.line, name: each.name, result: evaluate(index, joined(each, ofFacts.get(each.personId) ?? {})) })) });
}

/** Enters a pasted table: all of its lines, or none. */
export async function enterFigureTable(call: Call, table: Table): Promise<Answer<{ entered: number }>> {
  const found = await placeTable(call, table);
  if (!found.ok) return found;
  const { index, placed } = found.value;
  const may = await mayEvaluate(call, { personId: placed[0]?.personId ?? '', year: table.year });
  if (!may.ok) return may;
  const ofFacts = await figuresOfFacts(call, index, placed.map(({ personId }) => personId));
  await begin(call, index, placed.filter(({ before }) => !before).map((each) => ({ personId: each.personId, year: table.year, organisationId: each.organisationId, figures: joined(each, ofFacts.get(each.personId) ?? {}) })));
  for (const each of placed) if (each.before) await changeEvaluation(call, each.before.id, { figures: JSON.stringify(joined(each, {})) });
  await audit(call, { act: 'evaluation.enterTable', subject: index.code, detail: { year: table.year, lines: placed.length } });
  return yes({ entered: placed.length });
}

/** Begins the assessment of a term from its closed years; it goes the way of a year from there. */
export async function startTerm(call: Call, asked: Asked): Promise<Answer<{ evaluationId: string }>> {
  const may = await mayEvaluate(call, asked);
  if (!may.ok) return may;
  const { index, organisationId } = may.value;
  const own = (await evaluationsOfPerson(call, asked.personId)).filter((row) => row.index_code === index.code);
  const there = own.find((row) => row.span === 'term' && row.to_year === asked.year);
  if (there) return yes({ evaluationId: there.id });
  const from = asked.year - index.termYears + 1;
  const years = own.filter((row) => row.span === 'year' && row.state === 'closed' && row.from_year >= from && row.to_year <= asked.year);
  if (years.length < index.termYears) return no('termYearsOpen', { params: { from, to: asked.year, closed: years.length, need: index.termYears } });
  const id = call.newId('eva');
  await insertEvaluations(call, [{ id, index_code: index.code, index_data: index, person_id: asked.personId, organisation_id: organisationId, span: 'term', from_year: from, to_year: asked.year, figures: {} }]);
  await audit(call, { act: 'evaluation.startTerm', subject: id, detail: { year: asked.year } });
  return yes({ evaluationId: id });
}

/** What a term comes to, from its closed years. */
export async function termResult(call: Call, row: EvaluationRecord): Promise<EvaluationResult> {
  const years = (await evaluationsOfPerson(call, row.person_id)).filter((each) => each.index_code === row.index_code && each.span === 'year' && each.state === 'closed' && each.from_year >= row.from_year && each.to_year <= row.to_year);
  return evaluateTerm(indexOf(row), years.map(resultOf));
}
