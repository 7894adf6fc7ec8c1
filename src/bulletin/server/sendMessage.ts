import { done, type Answer, type Done } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { enqueue } from '#platform/server/jobs.ts';
import { factKindsOf, factsOn } from '#registry/server/public.ts';
import { insertMail, insertMessage } from './bulletin.store.ts';

/** Something to tell a person; `link` is a path in the product. */
export type NewMessage = { personId: string; title: string; body: string; link?: string | undefined };

/** The fact kind that holds an address. */
const addressKey = 'email';

/** Tells a person in the product and, where they left an address, by a letter that is sent only after commit. */
export async function sendMessage(call: Call, { personId, title, body, link = '' }: NewMessage): Promise<Answer<Done>> {
  await insertMessage(call, { id: call.newId('msg'), personId, title, body, link });
  const address = await addressOf(call, personId);
  if (!address) return done;
  const mailId = call.newId('mail');
  await insertMail(call, { id: mailId, personId, sealedAddress: call.crypto.seal(address), title, body });
  await enqueue(call, 'sendMail', { mailId });
  return done;
}

async function addressOf(call: Call, personId: string): Promise<string | undefined> {
  const name = addressFact(call);
  const value = name && (await factsOn(call, personId)).facts[name];
  return typeof value === 'string' ? value : undefined;
}

const addressFact = (call: Call): string | undefined => [...factKindsOf(call.region).kinds.values()].find((kind) => kind.key === addressKey)?.name;
