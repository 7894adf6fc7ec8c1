import './works.css';
import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { checksumOf } from '#platform/web/checksum.ts';
import { Empty } from '#platform/web/Empty.tsx';
import { FileDrop } from '#platform/web/FileDrop.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { ShutButton } from '#platform/web/ShutButton.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { Given } from '#platform/domain/contract.ts';
import { registryContract } from '../domain/contract.ts';
import type { WorkShown } from '../domain/workContract.ts';
import { AskedShares } from './AskedShares.tsx';
import { WorkCard } from './WorkCard.tsx';
import { WorkForm } from './WorkForm.tsx';

type Kinds = Given<typeof registryContract.workKinds>;

/** One's own works: entered once, chosen in every application; and the shares that others ascribe to oneself. */
export default function MyWorks() {
  const w = useWords();
  const api = useApi(registryContract);
  const works = useLoad(['registry', 'works'], () => api.listMyWorks());
  const kinds = useLoad(['registry', 'workKinds'], () => api.workKinds());
  const [editing, setEditing] = useState<string | undefined>();
  return (
    <div className="plain-page stack">
      <PageHead title={w('registry.works')} sub={w('registry.works.sub')} aside={<Go to="/my/file">{w('registry.myFile')}</Go>} />
      <AskedShares />
      <Loaded of={kinds}>
        {(known) => (
          <Loaded of={works}>
            {({ rows }) => (
              <Section title={w('registry.works.list', { n: rows.length })} more={editing === 'new' ? null : <Button small onClick={() => setEditing('new')}>{w('registry.works.add')}</Button>}>
                {editing === 'new' ? <WorkForm work={undefined} kinds={known} onDone={() => setEditing(undefined)} /> : null}
                {rows.length === 0 && editing === undefined ? <Empty>{w('registry.works.empty')}</Empty> : null}
                <ul className="works">
                  {rows.map((work) => (
                    <li key={work.workId}>
                      {editing === work.workId ? <WorkForm work={work} kinds={known} onDone={() => setEditing(undefined)} /> : <OwnWork work={work} kinds={known} edit={() => setEditing(work.workId)} />}
                    </li>
                  ))}
                </ul>
              </Section>
            )}
          </Loaded>
        )}
      </Loaded>
    </div>
  );
}

function OwnWork({ work, kinds, edit }: { work: WorkShown; kinds: Kinds; edit: () => void }) {
  const w = useWords();
  const api = useApi(registryContract);
  const [open, setOpen] = useState(false);
  const drop = useAct(() => api.dropWork({ params: { workId: work.workId } }));
  const add = useAct(async (file: File) => api.addWorkFile({ params: { workId: work.workId }, body: { name: file.name.slice(0, 300), bytes: file.size, sha256: await checksumOf(file) } }));
  const evidence = kinds.kinds.find(({ name }) => name === work.kind)?.evidence.join('、') ?? '';
  const use = work.uses[0];
  const about = { title: work.title };
  return (
    <WorkCard work={work} short={!open}>
      <Refusal of={drop.refusal ?? add.refusal} />
      {work.files.length === 0 ? <FileDrop label={`${w('registry.works.addFile')} · ${work.title}`} accept=".pdf,.jpg,.png,.mp4,.docx" onFile={add.run} hint={w('registry.works.fileHint', { evidence })} /> : null}
      {work.abstract.length > 90 ? <Button small aria-expanded={open} aria-label={w(open ? 'registry.works.lessOf' : 'registry.works.moreOf', about)} onClick={() => setOpen(!open)}>{w(open ? 'registry.works.less' : 'registry.works.more')}</Button> : null}
      {use ? <ShutButton small why={w('registry.works.locked', { number: use.number })}>{w('registry.works.edit')}</ShutButton> : (
        <>
          <Button small onClick={edit} aria-label={w('registry.works.editOf', about)}>{w('registry.works.edit')}</Button>
          <Button small busy={drop.running} onClick={() => drop.run(undefined)} aria-label={w('registry.works.dropOf', about)}>{w('registry.works.drop')}</Button>
        </>
      )}
    </WorkCard>
  );
}
