import type { WorkShown, WorkTold } from '../domain/workContract.ts';

/** A work as it is being typed: texts and numbers that may still be missing. */
export type TypedCoworker = { key: number; name: string; organisationId: string; share: number | undefined };
export type WorkTyped = {
  kind: string; level: string; title: string; abstract: string; madeOn: string; part: string; share: number | undefined; coworkers: TypedCoworker[]; details: Record<string, string>;
};

/** A form nobody has typed in yet. */
export const emptyWork: WorkTyped = { kind: '', level: '', title: '', abstract: '', madeOn: '', part: '', share: 100, coworkers: [], details: {} };

/** The form filled from a work that is there. */
export const formOf = ({ kind, level, title, abstract, madeOn, part, share, coworkers, details }: WorkShown): WorkTyped => ({
  kind, level, title, abstract, madeOn, part, share, coworkers: coworkers.map(({ name, organisationId, share: theirs }, key) => ({ key, name, organisationId, share: theirs })),
  details: Object.fromEntries(details.map(({ name, value }) => [name, String(value)])),
});

/** The shares typed so far, added up. */
export const totalOf = ({ share = 0, coworkers }: WorkTyped, alone: boolean): number => (alone ? 100 : coworkers.reduce((sum, each) => sum + (each.share ?? 0), share));

type Column = { name: string; type: string };

/** What is sent: values of the types that the work's type asks for; who worked alone has the whole share. */
export function toldOf(typed: WorkTyped, columns: readonly Column[], alone: boolean): WorkTold {
  return {
    ...typed, share: alone ? 100 : typed.share ?? 0,
    coworkers: alone ? [] : typed.coworkers.map(({ name, organisationId, share = 0 }) => ({ name, organisationId, share })),
    details: Object.fromEntries(columns.flatMap(({ name, type }) => { const text = typed.details[name] ?? ''; return text === '' ? [] : [[name, valueOf(type, text)]]; })),
  };
}

const valueOf = (type: string, text: string): string | number | boolean => (type === 'boolean' ? text === 'true' : type === 'integer' && /^\d+$/.test(text) ? Number(text) : text);
