import { no, type Refusal } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { credentials, factsOn } from '#registry/server/public.ts';
import type { FoundCase } from './case.store.ts';
import { spendWorks } from './caseWorks.ts';

/** The granted case spends its works and brings its certificate; the title in the person's file is from now on the certificate's. */
export async function issueCertificate(call: Call, found: FoundCase): Promise<Refusal | undefined> {
  const { certificate } = found.programme;
  if (!certificate) throw new Error(`${found.programme.code} issues a certificate that is not stated`);
  const spent = await spendWorks(call, found);
  if (spent) return spent;
  const { facts } = await factsOn(call, found.person_id);
  const by = String(facts[certificate.by] ?? '');
  const name = certificate.names[by];
  if (!name) return no('certificateName', { params: { fact: certificate.by, value: by, allowed: Object.keys(certificate.names).join('、') } });
  const answer = await credentials.issueCredential(call, {
    personId: found.person_id, prefix: certificate.prefix, title: certificate.title, level: certificate.level, name, speciality: String(facts[certificate.facts.speciality] ?? ''),
    cause: found.id, causeNumber: found.number, facts: { [certificate.facts.level]: certificate.level, [certificate.facts.name]: name, [certificate.facts.day]: call.clock.today() },
  });
  return answer.ok ? undefined : answer;
}
