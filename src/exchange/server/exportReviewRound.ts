import type { Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import type { Download } from '#platform/server/serve.ts';
import { viewReviewRound } from '#review/server/public.ts';
import { exportSheet } from './exportSheet.ts';

const columns = ['number', 'heading', 'organisation', 'size', 'received', 'mean', 'low', 'high'] as const;
const points = (tenths: number | null) => (tenths === null ? '' : tenths / 10);

/** The files of a review round as Excel; scores only of files whose panel is complete. */
export async function exportReviewRound(call: Call, { reviewRoundId }: { reviewRoundId: string }): Promise<Answer<Download>> {
  const view = await viewReviewRound(call, reviewRoundId);
  if (!view.ok) return view;
  const rows = view.value.subjects.map((row) => [row.number, row.heading, row.organisation, row.size, row.received, points(row.mean), points(row.low), points(row.high)]);
  return exportSheet(call, {
    list: 'reviewRound', title: call.say('review.export.title', { heading: view.value.heading }), rows,
    columns: columns.map((key) => ({ name: call.say(`review.export.${key}`), note: call.say(`review.export.${key}Note`) })),
  });
}
