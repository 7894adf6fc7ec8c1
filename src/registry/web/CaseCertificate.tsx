import { Mono } from '#platform/web/Mono.tsx';
import { Tri } from '#platform/web/Tri.tsx';
import { useActor } from '#platform/web/useActor.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { registryContract } from '../domain/contract.ts';
import { RevokeCertificate } from './RevokeCertificate.tsx';

/** The certificate that a case brought, for staff. Nothing where there is none. */
export function CaseCertificate({ caseId, title }: { caseId: string; title: string }) {
  const w = useWords();
  const api = useApi(registryContract);
  const { actor } = useActor();
  const found = useLoad(['registry', 'certificates', caseId], () => api.listCredentials({ query: { cause: caseId } })).value?.rows[0];
  if (!found) return null;
  return (
    <section className="case-part">
      <h2>{title}</h2>
      <p><Tri value={found.revokedOn ? 'no' : 'yes'} text={w(found.revokedOn ? 'registry.certificate.state.revoked' : 'registry.certificate.state.valid')} /> <b>{found.name}</b> · {found.speciality}</p>
      <p className="cap"><Mono>{found.number}</Mono> · {w('registry.certificate.issued', { issuer: found.issuer, on: found.issuedOn })}</p>
      {found.revokedOn ? <p className="cap">{w('registry.certificate.revoked', { on: found.revokedOn, reason: found.revokedReason })}</p> : actor.role === 'bureau' ? <RevokeCertificate certificate={found} /> : null}
    </section>
  );
}
