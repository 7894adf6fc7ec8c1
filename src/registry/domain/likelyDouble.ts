import { foldName } from './personName.ts';

/** What is compared of two people who have different ID numbers, or none yet. */
export type Identity = { personId: string; name: string; birthDate: string; phoneIndex: string };

/** Why two records may be one person. */
export type DoubleReason = 'sameNameAndBirth' | 'samePhoneAndName' | 'samePhoneAndBirth';

/** Why these two may be one person, or undefined; never a reason to merge by itself. */
export function likelyDouble(a: Identity, b: Identity, variants?: ReadonlyMap<string, string>): DoubleReason | undefined {
  const sameName = foldName(a.name, variants) === foldName(b.name, variants);
  const sameBirth = a.birthDate !== '' && a.birthDate === b.birthDate;
  const samePhone = a.phoneIndex !== '' && a.phoneIndex === b.phoneIndex;
  if (sameName && sameBirth) return 'sameNameAndBirth';
  if (samePhone && sameName) return 'samePhoneAndName';
  return samePhone && sameBirth ? 'samePhoneAndBirth' : undefined;
}
