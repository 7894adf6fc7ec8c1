import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { readContent } from '#platform/server/content.store.ts';
import { mediaTypes, withoutTraces } from '#platform/server/fileContent.ts';
import type { Download } from '#platform/server/serve.ts';
import { employmentsOf, organisationTree, peopleById, works } from '#registry/server/public.ts';
import { BlindFile, hideNames, writingsOf } from '../domain/blindFile.ts';
import { expertOfPerson, ownSeat } from './review.store.ts';
import { entryOf } from './round.store.ts';

type Seat = NonNullable<Awaited<ReturnType<typeof ownSeat>>>;

/** The file of a seat as its reviewer may read it: where neither side may know the other, nobody is named in it. */
export async function fileOfSeat(call: Call, seat: Pick<Seat, 'file' | 'blinding' | 'subject' | 'applicant_person_id'>): Promise<BlindFile> {
  const file = BlindFile.parse(seat.file);
  return seat.blinding === 'double' ? hideNames(file, await hiddenOf(call, seat), call.say('review.hidden')) : file;
}

/** Applicant, co-workers of the file and of the works, and every institution of the region or of the applicant's past. */
async function hiddenOf(call: Call, { subject, applicant_person_id: applicant }: Pick<Seat, 'subject' | 'applicant_person_id'>) {
  const entry = await entryOf(call, subject);
  const makers = (await works.coMakersOf(call, [applicant])).flatMap(({ personIds }) => personIds);
  const people = await peopleById(call, [applicant, ...(entry?.other_person_ids ?? []), ...makers]);
  const institutions = [...(await organisationTree(call)).map(({ name }) => name), ...(await employmentsOf(call, [applicant])).map(({ organisationName }) => organisationName)];
  const { name, short } = call.region;
  const regions = [name, name.replace(/^.*?[\u7701\u5e02](?=.)/u, ''), short];
  return { people: [...people.values()].map((person) => person.name), institutions: [...new Set(institutions)].flatMap((each) => writingsOf(each, regions)) };
}

/** The documents of a file as a reviewer sees them: a number instead of the name the applicant gave. */
export const neutralNames = (call: Call, { documents }: BlindFile) =>
  documents.map(({ label, form }, at) => ({ position: at + 1, name: `${call.say('review.documentName', { n: at + 1 })}.${form}`, label }));

/** One document of a review, under its neutral name; where anybody is to stay unknown, without the traces of its makers. */
export async function downloadReviewed(call: Call, { panelId, position }: { panelId: string; position: number }): Promise<Answer<Download>> {
  const expert = await expertOfPerson(call, call.actor.personId);
  const seat = expert && (await ownSeat(call, expert.id, panelId));
  if (!seat || seat.dissolved_at || (seat.state !== 'invited' && seat.state !== 'scored')) return no('notFound');
  const file = BlindFile.parse(seat.file);
  const document = file.documents[position - 1];
  const kept = document && (await readContent(call, document.content));
  if (!kept) return no('notFound');
  const content = seat.blinding === 'open' ? yes(kept.bytes) : await withoutTraces(kept.bytes, kept.form);
  if (!content.ok) return content;
  await audit(call, { act: 'panel.read', subject: panelId, detail: { position } });
  return yes({ fileName: neutralNames(call, file)[position - 1]?.name ?? '', mediaType: mediaTypes[kept.form], content: content.value });
}
