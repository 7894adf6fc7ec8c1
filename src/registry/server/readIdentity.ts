import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import type { IdNumber } from '../domain/idNumber.ts';
import { checkIdNumber } from '../domain/idNumber.ts';
import { identityFacts } from '../domain/keywords.ts';
import { nameSortKey, nameTokens } from '../domain/nameTokens.ts';
import { checkName, foldName } from '../domain/personName.ts';
import { checkPhone } from '../domain/phone.ts';
import type { ToldFact } from '../domain/planFacts.ts';
import { nameVariantsOf } from './factFile.ts';
import type { NewPersonRow } from './person.store.ts';
import { syllablesOf } from './pinyin.ts';

/** Who somebody is, read and corrected. */
export type ReadIdentity = IdNumber & { name: string; phone: string };

/** Reads name, ID number and phone of a person to be entered; an empty phone stays empty. */
export function readIdentity(call: Call, told: { idNumber: string; name: string; phone: string }): Answer<ReadIdentity> {
  const idNumber = checkIdNumber(told.idNumber, call.clock.today());
  if (!idNumber.ok) return no(idNumber.reason, { ...idNumber.detail, field: 'idNumber' });
  const name = checkName(told.name);
  if (!name.ok) return no(name.reason, { ...name.detail, field: 'name' });
  const phone = told.phone ? checkPhone(told.phone) : yes({ phone: '' });
  if (!phone.ok) return no(phone.reason, { ...phone.detail, field: 'phone' });
  return yes({ ...idNumber.value, name: name.value.name, phone: phone.value.phone });
}

/** The row of a new person: numbers sealed, name prepared for search. */
export function newPersonRow(call: Call, { idNumber, birthDate, name, phone }: ReadIdentity, idNumberIndex: string, organisationId: string | null): NewPersonRow {
  const foldedName = foldName(name, nameVariantsOf(call.region));
  const syllables = syllablesOf(name);
  return {
    personId: call.newId('per'), name, foldedName, sortKey: nameSortKey(name, syllables), nameTokens: nameTokens(foldedName, syllables).join(' '),
    sealedIdNumber: call.crypto.seal(idNumber), idNumberIndex, birthDate, organisationId,
    sealedPhone: phone ? call.crypto.seal(phone) : '', phoneIndex: phone ? call.crypto.blindIndex(phone) : '',
  };
}

/** The facts that an ID number itself tells. */
export const factsOfIdNumber = ({ birthDate, sex }: IdNumber, told: Pick<ToldFact, 'source' | 'evidence' | 'verifiedAs'>): ToldFact[] => [
  { kind: identityFacts.birthDate, value: birthDate, from: birthDate, ...told },
  { kind: identityFacts.sex, value: identityFacts[sex], from: birthDate, ...told },
];
