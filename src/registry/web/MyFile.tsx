import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { registryContract } from '../domain/contract.ts';
import { ConsentSection } from './ConsentSection.tsx';
import { FileView } from './FileView.tsx';

/** One's own file: what is known, from whom, and how to put it right. */
export default function MyFile() {
  const w = useWords();
  const api = useApi(registryContract);
  const file = useLoad(['registry', 'myFile'], () => api.viewMyFile());
  return (
    <div className="plain-page stack">
      <Loaded of={file}>
        {(own) => (
          <>
            <PageHead title={w('registry.myFile')} sub={`${own.name} · ${own.organisationName}`} aside={<span className="row"><Go to="/my/works" look="button">{w('registry.works')}</Go><Go to="/my/certificates" look="button">{w('registry.certificates')}</Go></span>} />
            <FileView file={own} />
            <ConsentSection />
          </>
        )}
      </Loaded>
    </div>
  );
}
