import { checksumOf } from '#platform/web/checksum.ts';
import { FileDrop } from '#platform/web/FileDrop.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Tag } from '#platform/web/Tag.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import { casesContract, type CaseView } from '../domain/contract.ts';

type Asked = CaseView['documents'][number];

/** Evidence of a case; a document is known by its name and the checksum of its content. */
export function CaseDocuments({ view }: { view: CaseView }) {
  const w = useWords();
  const editable = view.kind === 'draft';
  if (view.documents.length === 0) return null;
  return (
    <section className="case-part">
      <h2>{w('cases.documents')}</h2>
      <ul className="lines">
        {view.documents.map((asked) => (
          <li key={asked.kind}>
            <b>{asked.label}</b> {asked.proven ? <span className="sub">{w('cases.documents.proven')}</span> : <Tag>{w(asked.required ? 'cases.documents.required' : 'cases.documents.optional')}</Tag>}
            {asked.files.map((file) => <span key={file.id} className="cap line">{file.name}</span>)}
            {editable && !asked.proven ? <Add view={view} asked={asked} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Add({ view, asked }: { view: CaseView; asked: Asked }) {
  const w = useWords();
  const api = useApi(casesContract);
  const act = useAct(async (file: File) => api.addDocument({ params: { caseId: view.id }, body: { kind: asked.kind, name: file.name.slice(0, 300), bytes: file.size, sha256: await checksumOf(file) } }));
  return (
    <>
      <FileDrop label={`${w('cases.documents.add')} · ${asked.label}`} accept=".pdf,.jpg,.png" onFile={act.run} hint={w('cases.documents.hint')} />
      <Refusal of={act.refusal} />
    </>
  );
}
