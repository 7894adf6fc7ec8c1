import { yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import type { CredentialCheck, credentialContract, CredentialShown } from '../domain/credentialContract.ts';
import { payloadOf, readCredentialNumber } from '../domain/credentialNumber.ts';
import { credentialNumbered, credentialsInScope, revokedCredentials, type CredentialRow } from './credential.store.ts';
import { peopleById } from './peopleById.ts';

/** Certificates within the actor's scope: a talent's own, an institution's people's, the region's. */
export async function listCredentials(call: Call, asked: { cause?: string | undefined } = {}): Promise<Answer<{ rows: CredentialShown[] }>> {
  const rows = await credentialsInScope(call, asked);
  const people = await peopleById(call, rows.map((row) => row.person_id));
  return yes({ rows: rows.map((row) => show(row, people.get(row.person_id)?.name ?? '')) });
}

const show = (row: CredentialRow, holder: string): CredentialShown => ({
  credentialId: row.id, number: row.number, holder, title: row.title, level: row.level, name: row.name, speciality: row.speciality, issuer: row.issuer, issuedOn: row.issued_on, causeNumber: row.cause_number,
  seal: row.signature, revokedOn: row.revoked_on, revokedReason: row.revoked_reason ?? '',
});

/** Whether a certificate is ours and stands. A seal that does not fit the record is called forged and tells nothing else; without a seal the number alone is looked up. */
export async function checkCredential(call: Call, { number, seal }: { number: string; seal: string }): Promise<Answer<CredentialCheck>> {
  const found = await credentialNumbered(call, readCredentialNumber(number));
  const sealChecked = seal !== '';
  if (!found) return yes({ state: 'unknown', certificate: null, sealChecked });
  if (!call.crypto.isSigned(certifiedBy(call, found), sealChecked ? seal : found.signature)) return yes({ state: 'forged', certificate: null, sealChecked });
  const person = (await peopleById(call, [found.person_id])).get(found.person_id);
  return yes({
    state: found.revoked_on ? 'revoked' : 'valid', sealChecked,
    certificate: { number: found.number, maskedName: person?.consentWithdrawn ? '' : person?.maskedName ?? '', title: found.title, name: found.name, speciality: found.speciality, issuer: found.issuer, issuedOn: found.issued_on, revokedOn: found.revoked_on },
  });
}

/** What the record says today in the form that was signed: a record that was tampered with no longer fits its seal. */
const certifiedBy = ({ regionId }: Call, row: CredentialRow): string =>
  payloadOf({ region: regionId, number: row.number, personId: row.person_id, title: row.title, level: row.level, name: row.name, speciality: row.speciality, issuer: row.issuer, issuedOn: row.issued_on });

/** The public list of revoked certificates, with the key that checks signatures. */
export async function listRevoked(call: Call): Promise<Answer<Given<typeof credentialContract.listRevoked>>> {
  const rows = await revokedCredentials(call);
  return yes({ rows: rows.map(({ number, name, issued_on, revoked_on }) => ({ number, name, issuedOn: issued_on, revokedOn: revoked_on ?? issued_on })), publicKey: call.crypto.publicKey });
}
