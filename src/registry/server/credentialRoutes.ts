import type { Functions } from '#platform/server/serve.ts';
import type { credentialContract } from '../domain/credentialContract.ts';
import { revokeCredential } from './credentials.ts';
import { checkCredential, listCredentials, listRevoked } from './readCredentials.ts';

/** The functions behind the routes of certificates. */
export const credentialFunctions: Functions<typeof credentialContract> = {
  checkCredential: ({ query }, call) => checkCredential(call, query),
  listRevoked: (_, call) => listRevoked(call),
  listMyCredentials: (_, call) => listCredentials(call),
  listCredentials: ({ query }, call) => listCredentials(call, query),
  revokeCredential: ({ params, body }, call) => revokeCredential(call, { ...params, ...body }),
};
