import type { Call } from '#platform/server/call.ts';
import { factsOn } from '#registry/server/public.ts';
import type { Programme } from '../domain/programme.ts';
import type { FoundCase } from './case.store.ts';
import { documentsOf, type DocumentRow } from './document.store.ts';

export type AskedDocument = { kind: string; label: string; required: boolean; proven: boolean; files: DocumentRow[] };

/** Documents a case is asked for; what an authority or the institution has proven already is not asked for again. */
export async function caseDocuments(call: Call, found: FoundCase): Promise<AskedDocument[]> {
  const files = await documentsOf(call, found.id);
  const { lines } = await factsOn(call, found.person_id);
  const proven = (fact: string | undefined) => fact !== undefined && (lines[fact]?.source ?? 'self') !== 'self';
  return asked(found.programme, found.category).map(([kind, document]) => ({
    kind, label: document.label, required: document.required && !proven(document.proves), proven: proven(document.proves), files: files.filter((file) => file.kind === kind),
  }));
}

const asked = ({ documents }: Programme, category: string) => Object.entries(documents).filter(([, { categories }]) => !categories || categories.includes(category));
