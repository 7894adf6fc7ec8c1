import { dayOf } from '#platform/clock/clock.ts';
import type { FactSources } from './judge.ts';

type Line = { source: string; evidence: string; recordedAt: Date };

/** Where each fact comes from and on which day it was entered, for the source line of an explanation. */
export const sourcesOf = (lines: Record<string, Line>): FactSources => Object.fromEntries(Object.entries(lines).map(([name, { source, evidence, recordedAt }]) =>
  [name, { kind: source === 'authority' || source === 'self' ? source : 'institution', text: [evidence, dayOf(recordedAt)].filter(Boolean).join(' · ') }]));
