import './works.css';
import { encode } from 'uqr';
import { Go } from '#platform/web/Go.tsx';
import { Button } from '#platform/web/Button.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useParam } from '#platform/web/place.ts';
import { useActor } from '#platform/web/useActor.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { CredentialShown } from '../domain/credentialContract.ts';
import { registryContract } from '../domain/contract.ts';

/** One certificate of one's own, as it is printed; its code leads anybody to the public check. */
export default function Certificate() {
  const w = useWords();
  const api = useApi(registryContract);
  const credentialId = useParam('credentialId');
  const own = useLoad(['registry', 'credentials'], () => api.listMyCredentials());
  return (
    <div className="plain-page stack">
      <div className="no-print"><PageHead title={w('registry.certificate')} over={<Go to="/my/certificates">{w('registry.certificates')}</Go>} aside={<Button onClick={() => window.print()}>{w('registry.certificate.print')}</Button>} /></div>
      <Loaded of={own}>
        {({ rows }) => {
          const found = rows.find((row) => row.credentialId === credentialId);
          return found ? <Paper certificate={found} /> : <Empty>{w('registry.certificate.none')}</Empty>;
        }}
      </Loaded>
    </div>
  );
}

function Paper({ certificate }: { certificate: CredentialShown }) {
  const w = useWords();
  const { actor } = useActor();
  const link = `${window.location.origin}/verify?region=${actor.regionId}&number=${encodeURIComponent(certificate.number)}&seal=${certificate.seal}`;
  return (
    <article className={certificate.revokedOn ? 'certificate revoked' : 'certificate'}>
      <h2>{certificate.title}</h2>
      <div className="say">
        <p>{w('registry.certificate.holds')}</p>
        <p><b>{certificate.holder}</b></p>
        <p>{w('registry.certificate.says', { speciality: certificate.speciality, name: certificate.name, level: certificate.level })}</p>
        {certificate.revokedOn ? <p className="b">{w('registry.certificate.revoked', { on: certificate.revokedOn, reason: certificate.revokedReason })}</p> : null}
      </div>
      <div><Code text={link} label={w('registry.certificate.code', { number: certificate.number })} /><p className="cap">{w('registry.certificate.scan')}</p></div>
      <div className="foot"><span>{w('registry.certificate.number', { number: certificate.number })}</span><span>{w('registry.certificate.cause', { number: certificate.causeNumber })}</span><span>{w('registry.certificate.issued', { issuer: certificate.issuer, on: certificate.issuedOn })}</span></div>
    </article>
  );
}

/** A QR code drawn as one path; black on white in either theme, or readers fail. */
function Code({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges"><path d={path} /></svg>;
}
