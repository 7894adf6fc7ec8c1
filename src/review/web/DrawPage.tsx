import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Mono } from '#platform/web/Mono.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useParam } from '#platform/web/place.ts';
import { Section } from '#platform/web/Section.tsx';
import { Tag } from '#platform/web/Tag.tsx';
import { Timeline } from '#platform/web/Timeline.tsx';
import { useApi, type Wire } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords, type Words } from '#platform/web/useWords.ts';
import { writtenInstant } from '#platform/web/written.ts';
import type { Given } from '#platform/domain/contract.ts';
import { drawContract } from '../domain/drawContract.ts';
import { Countdown } from './Countdown.tsx';
import './draw.css';

type View = Wire<Given<typeof drawContract.viewDraw>>;

/** One public draw: what is published at this moment, and how anybody recomputes it. */
export default function DrawPage() {
  const drawId = useParam('drawId');
  const api = useApi(drawContract);
  const draw = useLoad(['draw', drawId], () => api.viewDraw({ params: { drawId } }), { every: 15_000 });
  return <Loaded of={draw}>{(view) => <Draw view={view} />}</Loaded>;
}

function Draw({ view }: { view: View }) {
  const w = useWords();
  return (
    <div className="plain-page stack">
      <PageHead
        over={<Go to="/draws">{w('review.draws')}</Go>} title={view.heading} sub={w('review.draw.counts', { seats: view.seats, substitutes: view.substitutes, pool: view.pool, excluded: view.excluded })}
        aside={<><Tag kind={view.state === 'drawn' ? 'green' : 'plain'}>{w(`review.draw.state.${view.state}`)}</Tag>{view.nextBy ? <Countdown until={view.nextBy} seconds={view.secondsLeft ?? 0} /> : null}</>}
      />
      {view.voided ? <p className="draw-void"><b>{w(`review.draw.void.${view.voided.because}`, { party: view.voided.party ? w(`review.party.${view.voided.party}`) : '' })}</b> {w('review.draw.voidNext')}</p> : null}
      <div className="beside">
        <div className="stack">
          {view.members.length > 0 ? <Result view={view} /> : null}
          <Parties view={view} />
          <Candidates view={view} />
        </div>
        <div className="stack">
          <Section title={w('review.draw.course')}><Timeline steps={courseOf(view, w)} /></Section>
          <Recompute view={view} />
          <Section title={w('review.draw.rule')}><p className="cap">{w('review.draw.ruleText')}</p></Section>
        </div>
      </div>
    </div>
  );
}

function courseOf(view: View, w: Words) {
  const order = ['committing', 'revealing', 'awaitingNumber', 'drawn'];
  const at = view.state === 'void' ? -1 : order.indexOf(view.state);
  const stateOf = (index: number) => (at < 0 ? 'ahead' as const : index < at ? 'done' as const : index === at ? (at === 3 ? 'done' as const : 'now' as const) : 'ahead' as const);
  return [
    { key: 'published', state: 'done' as const, title: w('review.draw.step.published'), lines: [writtenInstant(view.publishedAt)] },
    { key: 'commit', state: stateOf(0), title: w('review.draw.step.commit'), lines: [w('review.draw.until', { at: writtenInstant(view.commitBy) })] },
    { key: 'reveal', state: stateOf(1), title: w('review.draw.step.reveal'), lines: [w('review.draw.until', { at: writtenInstant(view.revealBy) })] },
    { key: 'external', state: stateOf(2), title: w('review.draw.step.external'), lines: [view.external, view.externalNumber ?? w('review.draw.step.notYet')] },
    { key: 'result', state: stateOf(3), title: w('review.draw.step.result'), lines: view.drawnAt ? [writtenInstant(view.drawnAt)] : [] },
  ];
}

/** The drawn panel by number, and who has stepped in since. */
function Result({ view }: { view: View }) {
  const w = useWords();
  return (
    <Section title={w('review.draw.result')} note={w('review.draw.resultNote')}>
      <dl className="draw-result">
        <div><dt>{w('review.draw.members')}</dt><dd>{view.members.map((number) => <b key={number}>{number}</b>)}</dd></div>
        <div><dt>{w('review.draw.substitutes')}</dt><dd>{view.drawnSubstitutes.map((number, index) => <span key={number}>{index + 1}. {number}</span>)}</dd></div>
        {view.seated.length > 0 ? <div><dt>{w('review.draw.seated')}</dt><dd>{view.seated.map((each) => <span key={each.number}>{w('review.draw.steppedIn', { at: writtenInstant(each.at), number: each.number, replaces: each.replaces })}</span>)}</dd></div> : null}
        <div><dt>{w('review.draw.externalNumber')}</dt><dd><b>{view.externalNumber}</b></dd></div>
        <div><dt>{w('review.draw.seed')}</dt><dd className="hash">{view.seed}</dd></div>
      </dl>
    </Section>
  );
}

function Parties({ view }: { view: View }) {
  const w = useWords();
  return (
    <Section title={w('review.draw.parties')} note={w('review.draw.partiesNote')}>
      <ul className="draw-parties">
        {view.parties.map((each) => (
          <li key={each.party}>
            <b>{w(`review.party.${each.party}`)}</b> {each.representative}
            <p><span className="cap">{w('review.draw.commitment')}</span> {each.commitment ? <span className="hash">{each.commitment}</span> : w('review.draw.notCommitted')} {each.committedAt ? <span className="cap">{writtenInstant(each.committedAt)}</span> : null}</p>
            <p><span className="cap">{w('review.draw.nonce')}</span> {each.nonce ? <span className="hash">{each.nonce}</span> : w('review.draw.notRevealed')} {each.revealedAt ? <span className="cap">{writtenInstant(each.revealedAt)}</span> : null}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

type Candidate = View['candidates'][number];

function Candidates({ view }: { view: View }) {
  const w = useWords();
  const columns: Column<Candidate>[] = [
    { key: 'number', head: w('review.draw.number'), phone: 'main', width: 90, cell: (row) => <Mono>{row.number}</Mono> },
    { key: 'institution', head: w('review.draw.institution'), phone: 'sub', cell: (row) => institutionIn(row.groups) },
    { key: 'external', head: w('review.draw.external'), phone: 'aside', cell: (row) => (row.groups.includes('external') ? w('review.draw.external') : '') },
  ];
  return (
    <Section title={w('review.draw.list')} note={w('review.draw.listNote', { n: view.candidates.length })}>
      <p className="cap">{limitsOf(view, w)}</p>
      <DataTable caption={w('review.draw.list')} columns={columns} rows={view.candidates} rowKey={(row) => row.number} />
      {view.recused.length > 0 ? (
        <>
          <h3 className="draw-h3">{w('review.draw.recused', { n: view.recused.length })}</h3>
          <ul className="lines">{view.recused.map(({ number, kinds }) => <li key={number}><Mono>{number}</Mono> {kinds.map((kind) => w(`review.kind.${kind}`)).join('、')}</li>)}</ul>
        </>
      ) : null}
    </Section>
  );
}

const institutionIn = (groups: readonly string[]) => (groups.find((each) => each.startsWith('institution:')) ?? '').replace(/^institution:/, '').replace(/:external$/, '');

const limitsOf = ({ limits }: View, w: Words): string => {
  const each = limits.find(({ group }) => group.startsWith('institution:'));
  const outside = limits.find(({ group }) => group === 'external');
  return [each ? w('review.draw.perInstitution', { n: each.atMost }) : '', outside ? w('review.draw.leastExternal', { n: outside.atLeast }) : ''].filter(Boolean).join('；');
};

/** The files as published, and the page that recomputes them without this server. */
function Recompute({ view }: { view: View }) {
  const w = useWords();
  return (
    <Section title={w('review.draw.recompute')}>
      <ul className="lines links">
        <li><a href={`/api/draws/${view.drawId}/list.json`} download={`${view.drawId}-list.json`}>{w('review.draw.listFile')}</a></li>
        <li>{view.state === 'drawn' ? <a href={`/api/draws/${view.drawId}/record.json`} download={`${view.drawId}-record.json`}>{w('review.draw.recordFile')}</a> : <span className="cap">{w('review.draw.recordLater')}</span>}</li>
        <li><a href="/verify.html" download="verify.html">{w('review.draw.verifyFile')}</a></li>
      </ul>
      <p className="cap">{w('review.draw.recomputeHow')}</p>
      <p className="cap">{w('review.draw.hash')}</p>
      <p className="hash">{view.inputHash}</p>
    </Section>
  );
}
