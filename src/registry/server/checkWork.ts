import type { z } from 'zod';
import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { isDay } from '../domain/day.ts';
import { checkScalar } from '../domain/factValue.ts';
import { isStorable } from '../domain/narrowText.ts';
import type { WorkTold } from '../domain/workContract.ts';
import type { WorkKind } from '../domain/workKind.ts';
import { checkShares } from '../domain/workShares.ts';
import { workKindsOf } from './workFile.ts';

export type ToldWork = z.output<typeof WorkTold>;

const longestTitle = 120;
const shortestAbstract = 20;
const longestAbstract = 3000;

/** Is what was told a work: known type, day not to come, shares that add up, what its type asks for. */
export function checkWork(call: Call, told: ToldWork): Answer<void> {
  const { kinds, parts, levels } = workKindsOf(call.region);
  const kind = kinds.get(told.kind);
  const part = parts.get(told.part);
  if (!kind) return no('workKindUnknown', { field: 'kind', params: { kind: told.kind, allowed: [...kinds.keys()].join('、') } });
  if (!part) return no('workPartUnknown', { field: 'part', params: { allowed: [...parts.keys()].join('、') } });
  if (!levels.includes(told.level)) return no('workLevelUnknown', { field: 'level', params: { allowed: levels.join('、') } });
  const texts = checkTexts(told);
  if (!texts.ok) return texts;
  if (!isDay(told.madeOn)) return no('dateFormat', { field: 'madeOn', params: { text: told.madeOn } });
  if (told.madeOn > call.clock.today()) return no('workToCome', { field: 'madeOn', params: { madeOn: told.madeOn, today: call.clock.today() } });
  const shares = checkShares(told, part);
  return shares.ok ? checkDetails(kind, told.details) : shares;
}

function checkTexts({ title, abstract, coworkers }: ToldWork): Answer<void> {
  const [titleLength, abstractLength] = [Array.from(title).length, Array.from(abstract).length];
  if (![title, abstract, ...coworkers.map(({ name }) => name)].every(isStorable)) return no('textInvalid', { field: 'title' });
  if (titleLength < 2 || titleLength > longestTitle) return no('workTitle', { field: 'title', params: { length: titleLength, limit: longestTitle } });
  if (abstractLength < shortestAbstract || abstractLength > longestAbstract) return no('workAbstract', { field: 'abstract', params: { length: abstractLength, least: shortestAbstract, limit: longestAbstract } });
  return coworkers.some(({ name }) => name === '') ? no('coworkerNameless', { field: 'coworkers' }) : yes(undefined);
}

function checkDetails({ columns, name }: WorkKind, details: ToldWork['details']): Answer<void> {
  const stray = Object.keys(details).find((key) => !columns.some((column) => column.name === key));
  if (stray) return no('workDetailUnknown', { field: stray, params: { name: stray, kind: name } });
  for (const column of columns) {
    const value = details[column.name];
    if (value === undefined || value === '') {
      if (column.needed) return no('workDetailMissing', { field: column.name, params: { name: column.name, kind: name } });
      continue;
    }
    const checked = checkScalar(column, value);
    if (!checked.ok) return checked;
  }
  return yes(undefined);
}
