import { Clock } from '#platform/web/Clock.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useParam } from '#platform/web/place.ts';
import { Section } from '#platform/web/Section.tsx';
import { FactGrid } from '#platform/web/FactGrid.tsx';
import { FactLine } from '#platform/web/FactLine.tsx';
import { Tag } from '#platform/web/Tag.tsx';
import { downloadOf, useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { Given } from '#platform/domain/contract.ts';
import { reviewContract } from '../domain/contract.ts';
import { DeclineDialog } from './DeclineDialog.tsx';
import { RecuseDialog } from './RecuseDialog.tsx';
import { ScoreForm } from './ScoreForm.tsx';
import './review.css';

type Review = Given<typeof reviewContract.viewOwnReview>;

/** The split view: the file on the left, the score sheet with its running total on the right. */
export default function ReviewPage() {
  const panelId = useParam('panelId');
  const api = useApi(reviewContract);
  const review = useLoad(['review', panelId], () => api.viewOwnReview({ params: { panelId } }));
  return <Loaded of={review}>{(found) => <Split review={found} />}</Loaded>;
}

function Split({ review }: { review: Review }) {
  const w = useWords();
  return (
    <div className="stack">
      <PageHead
        title={review.file.heading}
        sub={review.sheet.title}
        aside={<><Tag>{w(`review.blind.${review.blinding}`)}</Tag><Due review={review} />{review.state === 'invited' ? <RecuseDialog panelId={review.panelId} /> : null}{review.state === 'invited' && review.inRound ? <DeclineDialog panelId={review.panelId} /> : null}</>}
      />
      <div className="review-split">
        <div className="review-file">
          {review.file.sections.map((section) => (
            <Section key={section.label} title={section.label}>
              <FactGrid>
                {section.fields.map((field) => (
                  <FactLine key={field.label} label={field.label} full={field.value.length > 24} source={field.source ? { kind: 'institution', text: field.source } : undefined}>{field.value.includes('\n') ? <span className="in-lines">{field.value}</span> : field.value}</FactLine>
                ))}
              </FactGrid>
            </Section>
          ))}
          <Documents review={review} />
        </div>
        <ScoreForm key={review.panelId + review.state} review={review} />
      </div>
    </div>
  );
}

/** What the applicant handed in, under neutral names. */
function Documents({ review }: { review: Review }) {
  const w = useWords();
  if (review.file.documents.length === 0) return null;
  return (
    <Section title={w('review.documents')} note={review.blinding === 'open' ? '' : w('review.documentsNote')}>
      <ul className="lines">
        {review.file.documents.map(({ position, name, label }) => (
          <li key={position}><a href={downloadOf(`/api/reviews/${review.panelId}/documents/${position}`)} download>{name}</a> <span className="sub">{label}</span></li>
        ))}
      </ul>
    </Section>
  );
}

function Due({ review }: { review: Review }) {
  const w = useWords();
  const api = useApi(reviewContract);
  const reviews = useLoad(['reviews'], () => api.listOwnReviews());
  const clock = reviews.value?.rows.find((row) => row.panelId === review.panelId)?.clock;
  return clock && review.state === 'invited' ? <Clock clock={clock} about={w('review.due')} /> : null;
}
