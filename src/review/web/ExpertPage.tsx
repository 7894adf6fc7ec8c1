import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { DataTable, type Column } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { FactGrid } from '#platform/web/FactGrid.tsx';
import { FactLine } from '#platform/web/FactLine.tsx';
import { Figure } from '#platform/web/Figure.tsx';
import { FigureStrip } from '#platform/web/FigureStrip.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useParam } from '#platform/web/place.ts';
import { Section } from '#platform/web/Section.tsx';
import { Tag } from '#platform/web/Tag.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { Given } from '#platform/domain/contract.ts';
import { expertContract } from '../domain/expertContract.ts';
import { AbsenceSection } from './AbsenceSection.tsx';
import { DismissDialog } from './DismissDialog.tsx';
import { RenewDialog } from './Renewals.tsx';
import './experts.css';

export type Expert = Given<typeof expertContract.viewExpert>;

/** One expert of the pool: terms, absences, panels, and how prompt. */
export default function ExpertPage() {
  const expertId = useParam('expertId');
  const api = useApi(expertContract);
  const expert = useLoad(['expert', expertId], () => api.viewExpert({ params: { expertId } }));
  return <Loaded of={expert}>{(found) => <View expert={found} />}</Loaded>;
}

function View({ expert }: { expert: Expert }) {
  const w = useWords();
  const [renewing, setRenewing] = useState(false);
  const left = expert.leftOn !== null;
  return (
    <div className="stack">
      <PageHead
        over={<Go to="/work/experts">{w('review.experts')}</Go>} title={expert.name} sub={`${expert.organisation} · ${expert.fields.join('、')} · ${expert.level}`}
        aside={<><Tag kind={expert.standing === 'serving' ? 'green' : 'plain'}>{w(`review.standing.${expert.standing}`)}</Tag><Button onClick={() => setRenewing(true)}>{w('review.renew')}</Button>{left ? null : <DismissDialog expert={expert} />}</>}
      />
      {renewing ? <RenewDialog rows={[expert]} close={() => setRenewing(false)} done={() => setRenewing(false)} /> : null}
      <FigureStrip>
        <Figure label={w('review.experts.load')} value={expert.load} to={`/work/experts/${expert.expertId}#seats`} />
        <Figure label={w('review.experts.prompt')} value={expert.due === 0 ? '–' : `${expert.inTime}/${expert.due}`} note={w('review.experts.promptNote')} to={`/work/experts/${expert.expertId}#seats`} />
        <Figure label={w('review.experts.days')} value={expert.medianTenths === null ? '–' : expert.medianTenths / 10} note={w('review.experts.daysNote')} to={`/work/experts/${expert.expertId}#seats`} />
      </FigureStrip>
      <div className="halves">
        <Section title={w('review.experts.terms')}>
          <FactGrid>
            {expert.terms.map(({ position, from, to }) => <FactLine key={position} label={w('review.experts.termNo', { n: position })}>{from} – {to}</FactLine>)}
            {left ? <FactLine label={w('review.experts.leftOn')}>{expert.leftOn} · {expert.leftReason}</FactLine> : null}
          </FactGrid>
          <p><Go to={`/work/people/${expert.personId}`}>{w('review.experts.file')}</Go></p>
        </Section>
        <AbsenceSection expert={expert} />
      </div>
      <div id="seats">
        <Section title={w('review.experts.seats')} note={String(expert.seats.length)}>
          <DataTable caption={w('review.experts.seats')} columns={seatColumns(w)} rows={expert.seats} rowKey={(row) => row.panelId} empty={<Empty>{w('review.experts.noSeats')}</Empty>} />
        </Section>
      </div>
    </div>
  );
}

const seatColumns = (w: ReturnType<typeof useWords>): Column<Expert['seats'][number]>[] => [
  { key: 'heading', head: w('review.subject'), phone: 'main', cell: (row) => row.heading },
  { key: 'state', head: w('review.experts.seatState'), phone: 'sub', cell: (row) => w(`review.seat.${row.state}`) },
  { key: 'invited', head: w('review.experts.invitedOn'), phone: 'hidden', cell: (row) => row.invitedOn },
  { key: 'due', head: w('review.due'), phone: 'aside', cell: (row) => row.dueOn },
  { key: 'scored', head: w('review.experts.scoredOn'), phone: 'under', cell: (row) => row.scoredOn ?? '–' },
];
