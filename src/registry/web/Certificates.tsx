import { DataTable } from '#platform/web/DataTable.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { Mono } from '#platform/web/Mono.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { Tri } from '#platform/web/Tri.tsx';
import { useActor } from '#platform/web/useActor.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { registryContract } from '../domain/contract.ts';
import { RevokeCertificate } from './RevokeCertificate.tsx';

/** Certificates of one's people; the bureau may take one back. */
export default function Certificates() {
  const w = useWords();
  const api = useApi(registryContract);
  const { actor } = useActor();
  const load = useLoad(['registry', 'certificates'], () => api.listCredentials());
  return (
    <>
      <PageHead title={w('registry.certificates.all')} sub={w('registry.certificates.allSub')} />
      <Loaded of={load}>
        {({ rows }) => (
          <DataTable caption={w('registry.certificates.all')} rows={rows} rowKey={(row) => row.credentialId} empty={w('registry.certificates.none')} columns={[
            { key: 'number', head: w('registry.certificate.no'), cell: (row) => <Mono>{row.number}</Mono>, phone: 'sub' },
            { key: 'holder', head: w('registry.add.name'), cell: (row) => <b>{row.holder}</b>, phone: 'main' },
            { key: 'name', head: w('registry.certificate.name'), cell: (row) => `${row.name} · ${row.speciality}`, phone: 'sub' },
            { key: 'issued', head: w('registry.certificate.on'), cell: (row) => row.issuedOn, phone: 'hidden' },
            { key: 'cause', head: w('registry.certificate.case'), cell: (row) => <Mono>{row.causeNumber}</Mono>, phone: 'hidden' },
            { key: 'state', head: w('registry.certificate.state'), cell: (row) => <><Tri value={row.revokedOn ? 'no' : 'yes'} text={w(row.revokedOn ? 'registry.certificate.state.revoked' : 'registry.certificate.state.valid')} />{row.revokedOn ? <span className="cap line">{row.revokedOn} · {row.revokedReason}</span> : null}</>, phone: 'aside' },
            { key: 'act', head: w('registry.certificate.act'), cell: (row) => (actor.role === 'bureau' && !row.revokedOn ? <RevokeCertificate certificate={row} /> : null), phone: 'under' },
          ]} />
        )}
      </Loaded>
    </>
  );
}
