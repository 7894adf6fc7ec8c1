import { yes } from '#platform/domain/answer.ts';
import { serve } from '#platform/server/serve.ts';
import { registryContract } from '../domain/contract.ts';
import type { ValueKind } from '../domain/factKind.ts';
import { addOrganisation } from './addOrganisation.ts';
import { addPerson } from './addPerson.ts';
import { changePhone } from './changePhone.ts';
import { correctFact } from './correctFact.ts';
import { decideIdentityCheck, listIdentityChecks } from './decideIdentityCheck.ts';
import { declineClaim } from './declineClaim.ts';
import { factHistory } from './factHistory.ts';
import { factKindsOf } from './factFile.ts';
import { findPeople } from './findPeople.ts';
import { listDoubles } from './listDoubles.ts';
import { listRoster } from './listRoster.ts';
import { keepApart, mergePeople } from './mergePeople.ts';
import { organisationTree } from './organisation.store.ts';
import { verifyFact } from './verifyFact.ts';
import { viewMyFile, viewPerson } from './viewPerson.ts';
import { withdrawConsent } from './withdrawConsent.ts';
import { credentialFunctions } from './credentialRoutes.ts';
import { workFunctions } from './workRoutes.ts';

const column = ({ name, type, unit, enum: list }: ValueKind) => ({ name, type, unit: unit ?? null, labels: list?.values.map((value) => value.name) ?? [] });

export const registryRoutes = serve(registryContract, {
  ...workFunctions,
  ...credentialFunctions,
  findPeople: ({ query }, call) => findPeople(call, query),
  listRoster: ({ query }, call) => listRoster(call, query),
  viewPerson: ({ params }, call) => viewPerson(call, params),
  viewMyFile: (_, call) => viewMyFile(call),
  addPerson: ({ body }, call) => addPerson(call, { ...body, organisationId: body.organisationId ?? call.actor.organisationId, source: 'institution', evidence: '' }),
  correctFact: ({ params, body }, call) => correctFact(call, { ...params, ...body }),
  changePhone: ({ params, body }, call) => changePhone(call, { ...params, ...body }),
  verifyFact: ({ params }, call) => verifyFact(call, params),
  declineClaim: ({ params, body }, call) => declineClaim(call, { ...params, ...body }),
  factHistory: ({ params, query }, call) => factHistory(call, { ...params, ...query }),
  factKinds: async (_, call) => yes([...factKindsOf(call.region).kinds.values()].map((kind) => ({
    ...column(kind), key: kind.key, group: kind.group, asked: kind.ask, acceptedEvidence: kind.evidence, columns: Object.values(kind.items ?? {}).map(column),
  }))),
  organisations: async (_, call) => yes((await organisationTree(call)).map(({ id, parentId, name, kind, level }) => ({ id, parentId, name, kind, level }))),
  addOrganisation: ({ body }, call) => addOrganisation(call, body),
  listDoubles: (_, call) => listDoubles(call),
  mergePeople: ({ params, body }, call) => mergePeople(call, { ...params, ...body }),
  keepApart: ({ params }, call) => keepApart(call, params),
  listIdentityChecks: (_, call) => listIdentityChecks(call),
  decideIdentityCheck: ({ params, body }, call) => decideIdentityCheck(call, { ...params, ...body }),
  withdrawConsent: (_, call) => withdrawConsent(call),
});
