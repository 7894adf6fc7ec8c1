import { Section } from '#platform/web/Section.tsx';
import { Tri } from '#platform/web/Tri.tsx';
import { useWords, type Words } from '#platform/web/useWords.ts';
import type { DraftCheck } from './draftCheck.ts';

type Line = { key: string; mark: 'yes' | 'no' | 'unknown'; title: string; detail: string };

/** What stands between the draft and its publication, a line each; all lines must say 是. */
export function DraftGate({ check }: { check: DraftCheck }) {
  const w = useWords();
  return (
    <Section title={w('policy.draftGate')} note={w('policy.draftGate.note')}>
      <ul className="gate-list">{gateLines(check, w).map(({ key, mark, title, detail }) => <li key={key}><Tri value={mark} /><div><b>{title}</b>{detail ? <div className="cap">{detail}</div> : null}</div></li>)}</ul>
    </Section>
  );
}

/** Whether nothing stands against handing the draft in, as far as the page can tell. */
export const isClean = ({ gate, head }: DraftCheck): boolean => gate?.publishable === true && head === undefined;

function gateLines({ problems, gate, head }: DraftCheck, w: Words): Line[] {
  const comma = w('platform.listComma');
  const line = (key: string, open: string[] | undefined): Line => ({
    key, mark: open === undefined ? 'unknown' : open.length ? 'no' : 'yes', title: w(`policy.draftGate.${key}${open?.length ? '.open' : ''}`, { n: open?.length ?? 0 }), detail: open?.join(comma) ?? '',
  });
  return [
    line('text', problems.length ? [w('policy.draft.faults', { n: problems.length })] : []),
    line('unverified', gate?.unverified),
    line('tests', gate?.failed.map(({ name, differences }) => w('policy.draftGate.failed', { name, differences: differences.join('; ') }))),
    line('unseen', gate?.unseen.map((each) => `${each.name} ${each.unseen.map((verdict) => w(`platform.tri.${verdict}`)).join(comma)}`)),
    line('contradictions', gate?.contradictions.map(({ base, exceptions }) => `${base} ${exceptions.join(comma)}`)),
    line('head', gate && (head ? [w(`reason.${head.reason}`, head.params)] : [])),
  ];
}
