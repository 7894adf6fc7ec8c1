import { DataTable } from '#platform/web/DataTable.tsx';
import { Mono } from '#platform/web/Mono.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { registryContract } from '#registry/domain/contract.ts';

/** Certificates that were revoked, by number, and the key with which anybody may check a seal. */
export function RevokedList({ region }: { region: string }) {
  const w = useWords();
  const api = useApi(registryContract);
  const list = useLoad(['registry', 'revoked', region], () => api.listRevoked({ params: { region } }), { when: region !== '' }).value;
  if (!list) return null;
  return (
    <Section title={w('attract.verify.revokedList', { n: list.rows.length })}>
      <DataTable caption={w('attract.verify.revokedList', { n: list.rows.length })} rows={list.rows} rowKey={(row) => row.number} empty={w('attract.verify.noneRevoked')} columns={[
        { key: 'number', head: w('attract.verify.certificate'), cell: (row) => <Mono>{row.number}</Mono>, phone: 'main' },
        { key: 'name', head: w('attract.verify.title'), cell: (row) => row.name, phone: 'sub' },
        { key: 'revoked', head: w('attract.verify.revoked'), cell: (row) => row.revokedOn, phone: 'aside' },
      ]} />
      <details><summary className="sub">{w('attract.verify.key')}</summary><pre className="cap mono">{list.publicKey}</pre></details>
    </Section>
  );
}
