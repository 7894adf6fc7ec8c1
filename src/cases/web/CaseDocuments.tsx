import { FileDrop } from '#platform/web/FileDrop.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Tag } from '#platform/web/Tag.tsx';
import { useActor } from '#platform/web/useActor.ts';
import { useAct } from '#platform/web/useAct.ts';
import { downloadOf, useApi } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import { casesContract, type CaseView } from '../domain/contract.ts';

type Asked = CaseView['documents'][number];

/** Evidence of a case, handed in while it is a draft and read by whoever may see the case. */
export function CaseDocuments({ view }: { view: CaseView }) {
  const w = useWords();
  const { actor } = useActor();
  const editable = view.kind === 'draft';
  if (view.documents.length === 0) return null;
  return (
    <section className="case-part">
      <h2>{w('cases.documents')}</h2>
      <ul className="lines">
        {view.documents.map((asked) => (
          <li key={asked.kind}>
            <b>{asked.label}</b> {asked.proven ? <span className="sub">{w('cases.documents.proven')}</span> : <Tag>{w(asked.required ? 'cases.documents.required' : 'cases.documents.optional')}</Tag>}
            {asked.files.map((file) => <HandedIn key={file.id} caseId={view.id} file={file} />)}
            {editable && !asked.proven ? <Add view={view} asked={asked} /> : null}
          </li>
        ))}
      </ul>
      {editable && actor.role === 'talent' ? <p className="cap">{w('cases.ties')} <Go to="/my/ties">{w('cases.tiesGo')}</Go></p> : null}
    </section>
  );
}

function HandedIn({ caseId, file }: { caseId: string; file: Asked['files'][number] }) {
  const w = useWords();
  return (
    <span className="cap line">
      {file.stored ? <a href={downloadOf(`/api/cases/${caseId}/files/${file.id}`)} download>{file.name}</a> : <>{file.name} <span className="sub">{w('cases.documents.notStored')}</span></>}
    </span>
  );
}

function Add({ view, asked }: { view: CaseView; asked: Asked }) {
  const w = useWords();
  const api = useApi(casesContract);
  const act = useAct((file: File) => api.addFile({ params: { caseId: view.id }, body: { kind: asked.kind }, upload: file }));
  return (
    <>
      <FileDrop label={`${w('cases.documents.add')} · ${asked.label}`} accept=".pdf,.docx,.xlsx,.pptx,.jpg,.jpeg,.png" onFile={act.run} hint={w('cases.documents.hint')} />
      <Refusal of={act.refusal} />
    </>
  );
}
