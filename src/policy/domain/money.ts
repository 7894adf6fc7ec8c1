import { moneyUnits } from './keywords.ts';
import { moneyFen } from './values.ts';

/** Fen as a policy text writes it, in the largest unit that leaves at most four decimals and loses nothing; plain fen where no unit does. */
export function moneyText(fen: number): string {
  const units = Object.entries(moneyUnits).toSorted(([, one], [, other]) => other - one);
  const texts = units.flatMap(([unit, size]) => (fen >= size && (fen * 10_000) % size === 0 ? [`${fen / size}${unit}`] : []));
  return texts.find((text) => moneyFen(text) === fen) ?? String(fen);
}
