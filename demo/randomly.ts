import { seededBytes } from '#platform/server/seededBytes.ts';

/** Choices that are the same for the same seed. */
export type Randomly = {
  below(limit: number): number;
  between(least: number, most: number): number;
  pick<T>(among: readonly T[]): T;
  weighted<T extends { weight: number }>(among: readonly T[]): T;
  happens(probability: number): boolean;
};

/** A source of repeatable choices for the demo's crowd. */
export function randomly(seed: string): Randomly {
  const bytes = seededBytes(seed);
  const below = (limit: number) => Math.floor((Buffer.from(bytes(4)).readUInt32BE() / 2 ** 32) * limit);
  const pick = <T>(among: readonly T[]): T => among[below(among.length)] as T;
  return {
    below,
    pick,
    between: (least, most) => least + below(most - least + 1),
    weighted: (among) => {
      let left = below(among.reduce((sum, each) => sum + each.weight, 0));
      for (const each of among) if ((left -= each.weight) < 0) return each;
      return pick(among);
    },
    happens: (probability) => below(10_000) < probability * 10_000,
  };
}
