import { platformContract } from '../../domain/platformContract.ts';
import { Button } from '../Button.tsx';
import { DataTable } from '../DataTable.tsx';
import { Figure } from '../Figure.tsx';
import { FigureStrip } from '../FigureStrip.tsx';
import { Loaded } from '../Loaded.tsx';
import { Mono } from '../Mono.tsx';
import { PageHead } from '../PageHead.tsx';
import { Tri } from '../Tri.tsx';
import { useApi, type Api } from '../useApi.ts';
import { useLoad } from '../useLoad.ts';
import { useWords } from '../useWords.ts';
import { writtenInstant } from '../written.ts';

type Verification = Awaited<ReturnType<Api<typeof platformContract>['verifyAudit']>>;

/** Whether anything in the audit trail was changed, taken out or put in since it was sealed. */
export default function AuditSeal() {
  const w = useWords();
  const api = useApi(platformContract);
  const check = useLoad(['platform', 'audit', 'verification'], () => api.verifyAudit());
  return (
    <>
      <PageHead title={w('platform.seal.title')} sub={w('platform.seal.sub')} aside={<Button onClick={check.again}>{w('platform.seal.again')}</Button>} />
      <Loaded of={check}>{(value) => <Outcome found={value} />}</Loaded>
    </>
  );
}

function Outcome({ found }: { found: Verification }) {
  const w = useWords();
  const whole = found.problems.length === 0;
  return (
    <>
      <p className="row"><Tri value={whole ? 'yes' : 'no'} /><b>{w(whole ? 'platform.seal.whole' : 'platform.seal.broken', { n: found.problems.length })}</b></p>
      <FigureStrip>
        <Figure label={w('platform.seal.entries')} value={found.entries} to="/work/audit" />
        <Figure label={w('platform.seal.heads')} value={found.heads} />
        <Figure label={w('platform.seal.sealedAt')} value={found.sealedAt ? writtenInstant(found.sealedAt) : '—'} />
      </FigureStrip>
      <p className="cap">{w('platform.seal.root')} <Mono>{found.rootHash}</Mono></p>
      {whole ? null : (
        <DataTable caption={w('platform.seal.title')} rows={found.problems} rowKey={(row) => `${row.kind}${row.entryId}${row.position ?? ''}`} columns={[
          { key: 'kind', head: w('platform.seal.problem'), phone: 'main', cell: (row) => w(`platform.seal.${row.kind}`) },
          { key: 'position', head: w('platform.seal.position'), phone: 'aside', cell: (row) => row.position },
          { key: 'entry', head: w('platform.seal.entry'), phone: 'under', cell: (row) => <Mono>{row.entryId}</Mono> },
        ]} />
      )}
    </>
  );
}
