import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useParam } from '#platform/web/place.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { registryContract } from '../domain/contract.ts';
import { FileView } from './FileView.tsx';

/** One person's file as staff see it. */
export default function PersonPage() {
  const w = useWords();
  const personId = useParam('personId');
  const api = useApi(registryContract);
  const file = useLoad(['registry', 'person', personId], () => api.viewPerson({ params: { personId } }));
  return (
    <Loaded of={file}>
      {(person) => (
        <div className="stack">
          <PageHead over={<Go to="/work/people">{w('registry.file.over')}</Go>} title={person.name} sub={person.organisationName} />
          <FileView file={person} />
        </div>
      )}
    </Loaded>
  );
}
