import type { Call } from '#platform/server/call.ts';
import { sendMessage } from '#bulletin/server/public.ts';

const ownPage = '/my/pairing';

/** Tells people about their pairing, each once however many entries they have. */
export async function tellPeople(call: Call, told: readonly { personId: string; title: string; body: string }[]): Promise<void> {
  for (const each of new Map(told.map((one) => [`${one.personId} ${one.body}`, one])).values()) await sendMessage(call, { ...each, link: ownPage });
}
