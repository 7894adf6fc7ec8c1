import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { Section } from '#platform/web/Section.tsx';
import type { Load } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { MyFile } from './reads.ts';

const missingShown = 3;

/** How complete the talent's file is, who vouches for which part, and what to add. */
export function FileSection({ file }: { file: Load<MyFile> }) {
  const w = useWords();
  return (
    <Section title={w('retain.file')} more={<Go to="/my/file">{w('retain.file.open')}</Go>} className="area-file">
      <Loaded of={file}>{(value) => <Completeness file={value} />}</Loaded>
    </Section>
  );
}

function Completeness({ file: { completeness, groups } }: { file: MyFile }) {
  const w = useWords();
  const count = (...standings: string[]) => groups.filter((group) => standings.includes(group.standing)).length;
  const words = w('retain.file.standing', { authority: count('authority'), institution: count('institution'), other: count('self', 'missing') });
  return (
    <>
      <p><b>{w('retain.file.percent', { n: completeness.percent })}</b> {w('retain.file.filled', { filled: completeness.filled, total: completeness.total, verified: completeness.verified })}</p>
      <div className="file-cells" role="img" aria-label={words}>{groups.map((group) => <i key={group.group} className={group.standing} />)}</div>
      <p className="source">{words}</p>
      {completeness.missing.length > 0 ? <p>{w('retain.file.missing', { facts: completeness.missing.slice(0, missingShown).join(w('platform.listComma')) })}</p> : null}
    </>
  );
}
