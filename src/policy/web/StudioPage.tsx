import './policy.css';
import './studio.css';
import { useMemo, useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useParam } from '#platform/web/place.ts';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { Tag } from '#platform/web/Tag.tsx';
import { useActor } from '#platform/web/useActor.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { Policy } from '../domain/policy.ts';
import { studioContract } from '../domain/studioContract.ts';
import type { DraftView } from '../domain/studioShape.ts';
import { ChangeList } from './ChangeList.tsx';
import { CodeEditor, type Place } from './CodeEditor.tsx';
import { DraftActs } from './DraftActs.tsx';
import { DraftClauses } from './DraftClauses.tsx';
import { checkDraft, groundOf, type DraftCheck } from './draftCheck.ts';
import { DraftGate } from './DraftGate.tsx';
import { DraftHistory } from './DraftHistory.tsx';
import { DraftParameters } from './DraftParameters.tsx';
import { DraftReportView } from './DraftReportView.tsx';
import { DraftSettle } from './DraftSettle.tsx';
import { Faults } from './Faults.tsx';
import { PolicyTests } from './PolicyTests.tsx';
import { useDraftText, type DraftWriting } from './useDraftText.ts';
import { useSettled } from './useSettled.ts';

const stillMilliseconds = 200;

/** One draft: the document at the left, its rules at the right, tests below; then values by form, the gate, and what it changes. */
export default function StudioPage() {
  const draftId = useParam('draftId');
  const api = useApi(studioContract);
  const load = useLoad(['policy', 'drafts', draftId], () => api.viewDraft({ params: { draftId } }), { every: 20_000 });
  return <Loaded of={load}>{(view) => <Studio key={view.id} view={view} reread={load.again} />}</Loaded>;
}

function Studio({ view, reread }: { view: DraftView; reread: () => void }) {
  const { today } = useActor();
  const writing = useDraftText(view, reread);
  const [at, setAt] = useState<Place | undefined>();
  const ground = useMemo(() => groundOf(view), [view.dictionary, view.base?.source]);
  const settled = useSettled(writing.text, stillMilliseconds);
  const check = useMemo(() => checkDraft(ground, view, settled, today), [ground, settled, today, view.code, view.version]);
  const [sound, setSound] = useState<Policy | undefined>(check.policy);
  if (check.policy && check.policy !== sound) setSound(check.policy); // while the text is broken the document stays as it last was
  const shut = view.shut.save !== null;
  return (
    <>
      <Head view={view} writing={writing} />
      <Overtaken writing={writing} />
      <div className="studio">
        <DraftClauses policy={sound} source={settled} onJump={setAt} />
        <Rules writing={writing} check={check} at={at} onJump={setAt} shut={shut} />
      </div>
      <div className="stack below">
        <Tests check={check} policy={sound} />
        {shut || !sound ? null : <DraftParameters policy={sound} source={writing.text} broken={!check.policy} onWrite={writing.write} />}
        {shut || !sound ? null : <DraftSettle policy={sound} source={writing.text} broken={!check.policy} onWrite={writing.write} />}
        <div className="halves">
          <DraftGate check={check} />
          <Changes view={view} check={check} />
        </div>
        {view.report ? <DraftReportView report={view.report} /> : null}
        <DraftHistory steps={view.steps} />
      </div>
      <DraftActs view={view} check={check} kept={writing.state === 'saved' && settled === writing.text} saved={writing.saved} />
    </>
  );
}

function Head({ view, writing }: { view: DraftView; writing: DraftWriting }) {
  const w = useWords();
  const { actor } = useActor();
  return (
    <PageHead
      over={<Go to="/work/policies/drafts">{w('policy.studio')}</Go>} title={`${view.title} ${view.version}`}
      sub={view.base ? w('policy.draft.follows', { version: view.base.version, date: view.base.from }) : w('policy.draft.new')}
      aside={(
        <span className="row">
          {view.yours ? <Tag kind="waiting">{w('policy.draft.yours')}</Tag> : <Tag>{w(`policy.draft.state.${view.state}`)}</Tag>}
          {view.state === 'drafting' ? <span className="cap" role="status">{w(`policy.draft.${writing.state}`, { n: writing.saved })}</span> : null}
          {view.base && actor.role === 'bureau' ? <Go look="button" to={`/work/policies/${view.code}/${view.base.version}/sandbox?draft=${view.id}`}>{w('policy.draft.sandbox')}</Go> : null}
        </span>
      )}
    />
  );
}

function Overtaken({ writing }: { writing: DraftWriting }) {
  const w = useWords();
  return (
    <>
      <Refusal of={writing.refusal} />
      {writing.overtaken ? <p className="row"><Button onClick={writing.takeTheirs}>{w('policy.draft.takeTheirs')}</Button><Button onClick={writing.keepMine}>{w('policy.draft.keepMine')}</Button></p> : null}
    </>
  );
}

function Rules({ writing, check, at, onJump, shut }: { writing: DraftWriting; check: DraftCheck; at: Place | undefined; onJump: (place: Place) => void; shut: boolean }) {
  const w = useWords();
  const note = shut ? w('policy.draft.readOnly') : w(check.problems.length ? 'policy.draft.faults' : 'policy.draft.noFaults', { n: check.problems.length });
  return (
    <Section title={w('policy.draft.rules')} note={<span id="draft-faults" role="status">{note}</span>}>
      <CodeEditor label={w('policy.draft.rules')} value={writing.text} onChange={writing.write} faults={check.problems} at={at} shut={shut} describedBy="draft-faults" />
      <Faults problems={check.problems} onJump={onJump} />
    </Section>
  );
}

function Tests({ check: { policy, gate }, policy: last }: { check: DraftCheck; policy: Policy | undefined }) {
  const w = useWords();
  const failed = new Map(gate?.failed.map((each) => [each.name, each.differences]));
  const tests = (policy ?? last)?.tests.map(({ name }) => ({ name, passed: !failed.has(name), differences: failed.get(name) ?? [] })) ?? [];
  const note = gate ? w('policy.tests.passed', { n: tests.length - failed.size, total: tests.length }) : w('policy.draft.testsWait');
  return <Section title={w('policy.tests')} note={<span role="status">{note}</span>}>{gate ? <PolicyTests tests={tests} /> : null}</Section>;
}

function Changes({ view, check }: { view: DraftView; check: DraftCheck }) {
  const w = useWords();
  if (!view.base) return null;
  return <Section title={w('policy.changes.against', { version: view.base.version })} note={w('policy.changes.n', { n: check.changes.length })}>{check.policy ? <ChangeList changes={check.changes} /> : <Empty>{w('policy.draft.testsWait')}</Empty>}</Section>;
}
