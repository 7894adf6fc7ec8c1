import { z } from 'zod';
import { route } from '#platform/domain/contract.ts';

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A certificate as its holder and those in charge read it; `seal` is the signature that the QR code carries. */
export const CredentialShown = z.object({
  credentialId: z.string(), number: z.string(), holder: z.string(), title: z.string(), level: z.string(), name: z.string(), speciality: z.string(), issuer: z.string(), issuedOn: Day, causeNumber: z.string(),
  seal: z.string(), revokedOn: Day.nullable(), revokedReason: z.string(),
});
export type CredentialShown = z.infer<typeof CredentialShown>;

/** What the public is told: nothing that is not on the printed certificate, the name masked. `forged`: the number exists, the seal is not ours. */
export const CredentialCheck = z.object({
  state: z.enum(['valid', 'revoked', 'forged', 'unknown']),
  certificate: z.object({ number: z.string(), maskedName: z.string(), title: z.string(), name: z.string(), speciality: z.string(), issuer: z.string(), issuedOn: Day, revokedOn: Day.nullable() }).nullable(),
  sealChecked: z.boolean(),
});
export type CredentialCheck = z.infer<typeof CredentialCheck>;

export const credentialContract = {
  checkCredential: route({
    method: 'GET', path: '/api/registry/credentials/check/:region', may: ['visitor'], unsigned: true, summary: 'Is this certificate ours, and does it stand', params: z.object({ region: z.string().max(30) }),
    query: z.object({ number: z.string().max(60), seal: z.string().max(200).default('') }), response: CredentialCheck,
  }),
  listRevoked: route({
    method: 'GET', path: '/api/registry/credentials/revoked/:region', may: ['visitor'], unsigned: true, summary: 'Certificates that were revoked, newest first', params: z.object({ region: z.string().max(30) }),
    response: z.object({ rows: z.array(z.object({ number: z.string(), name: z.string(), issuedOn: Day, revokedOn: Day })), publicKey: z.string() }),
  }),
  listMyCredentials: route({ method: 'GET', path: '/api/registry/my-credentials', may: ['talent'], summary: 'My certificates', response: z.object({ rows: z.array(CredentialShown) }) }),
  listCredentials: route({
    method: 'GET', path: '/api/registry/credentials', may: ['employer', 'bureau'], summary: 'Certificates of people within one’s scope, newest first; of one case where asked',
    query: z.object({ cause: z.string().max(60).optional() }), response: z.object({ rows: z.array(CredentialShown) }),
  }),
  revokeCredential: route({
    method: 'POST', path: '/api/registry/credentials/:credentialId/revocation', may: ['bureau'], summary: 'Revokes a certificate with its reason; the title falls back to what it was',
    params: z.object({ credentialId: z.string().max(60) }), body: z.strictObject({ reason: z.string().trim().max(300) }), response: z.object({ credentialId: z.string(), revokedOn: Day }),
  }),
};
