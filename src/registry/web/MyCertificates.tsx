import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { Mono } from '#platform/web/Mono.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { Tri } from '#platform/web/Tri.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { registryContract } from '../domain/contract.ts';
import './works.css';

/** One's own certificates. */
export default function MyCertificates() {
  const w = useWords();
  const api = useApi(registryContract);
  const own = useLoad(['registry', 'credentials'], () => api.listMyCredentials());
  return (
    <div className="plain-page stack">
      <PageHead title={w('registry.certificates')} sub={w('registry.certificates.sub')} aside={<Go to="/my/file">{w('registry.myFile')}</Go>} />
      <Loaded of={own}>
        {({ rows }) => rows.length === 0 ? <Empty>{w('registry.certificates.empty')}</Empty> : (
          <ul className="works">
            {rows.map((row) => (
              <li key={row.credentialId} className="work">
                <h3><Tri value={row.revokedOn ? 'no' : 'yes'} text={w(row.revokedOn ? 'registry.certificate.state.revoked' : 'registry.certificate.state.valid')} />{row.name}</h3>
                <p className="sub">{row.title} · {row.speciality} · {w('registry.certificate.issued', { issuer: row.issuer, on: row.issuedOn })}</p>
                <p><Mono>{row.number}</Mono> <Go to={`/my/certificates/${row.credentialId}`} look="small" label={w('registry.certificate.openOf', { number: row.number })}>{w('registry.certificate.open')}</Go></p>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </div>
  );
}
