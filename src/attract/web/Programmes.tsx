import './portal.css';
import { casesContract } from '#cases/domain/contract.ts';
import { Empty } from '#platform/web/Empty.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { ProgrammeYear } from './ProgrammeYear.tsx';

/** Every programme of the region over a year. */
export default function Programmes() {
  const w = useWords();
  const api = useApi(casesContract);
  const programmes = useLoad(['cases', 'programmes'], () => api.listProgrammes());
  return (
    <div className="plain-page">
      <PageHead title={w('attract.programmes')} sub={w('attract.year.note')} />
      <Loaded of={programmes}>{({ rows }) => (rows.length === 0 ? <Empty>{w('attract.programmes.none')}</Empty> : <ProgrammeYear programmes={rows} />)}</Loaded>
    </div>
  );
}
