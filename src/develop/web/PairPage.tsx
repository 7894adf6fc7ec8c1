import './pairing.css';
import { FactGrid } from '#platform/web/FactGrid.tsx';
import { FactLine } from '#platform/web/FactLine.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { Tag } from '#platform/web/Tag.tsx';
import { useParam } from '#platform/web/place.ts';
import { useActor } from '#platform/web/useActor.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { pairingContract, type EntrantView, type PairView } from '../domain/pairingContract.ts';
import { Assessments } from './Assessments.tsx';
import { Goals } from './Goals.tsx';
import { LeavePair } from './LeavePair.tsx';
import { Meetings } from './Meetings.tsx';

const backTo = { talent: '/my/pairing', reviewer: '/work/my-pairing', bureau: '/work/pairing' } as const;

/** One pair: who, until when, goals, meetings, yearly assessments, and the way out. */
export default function PairPage() {
  const w = useWords();
  const pairId = useParam('pairId');
  const { actor } = useActor();
  const api = useApi(pairingContract);
  const pair = useLoad(['pair', pairId], () => api.viewPair({ params: { pairId } }));
  const back = actor.role === 'talent' || actor.role === 'reviewer' ? backTo[actor.role] : backTo.bureau;
  return (
    <Loaded of={pair}>
      {(view) => (
        <div className="stack plain-page">
          <PageHead over={<Go to={back}>{view.roundTitle}</Go>} title={w('pairing.pair', { master: view.master.name, pupil: view.pupil.name })} aside={<Tag kind={view.state === 'live' ? 'green' : 'plain'}>{w(`pairing.state.${view.state}`)}</Tag>} />
          <Facts view={view} />
          <Goals view={view} />
          <Meetings view={view} />
          <Assessments view={view} />
          {view.state === 'live' ? <LeavePair view={view} /> : null}
        </div>
      )}
    </Loaded>
  );
}

function Facts({ view }: { view: PairView }) {
  const w = useWords();
  const person = ({ called, name, organisation, title }: EntrantView) => `${called} ${name} · ${organisation} ${title}`;
  const ranks = [view.wish === null ? '' : w('pairing.pair.wish', { n: view.wish }), view.standing === null ? '' : w('pairing.pair.standing', { n: view.standing })].filter(Boolean).join(' · ');
  return (
    <FactGrid>
      <FactLine label={w('pairing.side.master')}>{person(view.master)}</FactLine>
      <FactLine label={w('pairing.side.pupil')}>{person(view.pupil)}</FactLine>
      <FactLine label={w('pairing.pair.since')}>{w('pairing.pair.term', { from: view.madeOn, to: view.endsOn })}</FactLine>
      <FactLine label={w('pairing.pair.ranks')}>{ranks}</FactLine>
      {view.result ? <FactLine label={w('pairing.pair.result')}>{view.result} · {view.leftReason}</FactLine> : null}
    </FactGrid>
  );
}
