import type { CellValue } from 'hucre/xlsx';
import type { Call } from '#platform/server/call.ts';
import type { FactKind, FactValue } from '#registry/domain/factKind.ts';

/** A fact as a cell; of a list, how many items are known; an empty cell is unknown. */
export function factCell({ say }: Call, value: FactValue | undefined): CellValue {
  if (value === undefined) return null;
  if (typeof value === 'boolean') return say(value ? 'exchange.yes' : 'exchange.no');
  return typeof value === 'object' ? value.项.length : value;
}

/** What a fact's column holds and who answers for it. */
export const factNote = ({ say }: Call, { ask, type, unit, authorities }: FactKind): string =>
  say('exchange.export.factNote', { ask, holds: say(`exchange.type.${type}`, { unit: unit ?? '' }), authorities: authorities.join('\u3001') || '-' });
