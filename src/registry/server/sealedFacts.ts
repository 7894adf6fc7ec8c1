import type { Call } from '#platform/server/call.ts';
import type { FactValue } from '../domain/factKind.ts';
import { factKindsOf } from './factFile.ts';

// Numbers of documents are kept like ID numbers: the code of a physician's certificate even contains one.
function isSealed({ region }: Call, name: string): boolean {
  const kind = factKindsOf(region).kinds.get(name);
  return kind?.type === 'text' && kind.privacy === 'sensitive';
}

/** The value as it is kept: sensitive texts sealed. */
export const sealedValue = (call: Call, kind: string, value: FactValue): FactValue => (typeof value === 'string' && isSealed(call, kind) ? call.crypto.seal(value) : value);

/** The value as it was told. */
export const openedValue = (call: Call, kind: string, value: FactValue): FactValue => (typeof value === 'string' && isSealed(call, kind) ? call.crypto.open(value) : value);
