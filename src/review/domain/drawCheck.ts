import { canonical, type Plain } from '#matching/domain/canonical.ts';
import { sha256Hex } from '#matching/domain/sha256.ts';
import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { commitmentOf, drawFrom, seedOf, type DrawTranscript } from './draw.ts';
import { firstPanel, panelRulesOf } from './panelRules.ts';

/** One recomputed line of a published file: what it says and what it should say. */
export type Check = { check: string; ok: boolean; expected: string; found: string };

/** Recomputes a published draw from its input and nonces; every line must hold. */
export function verifyDraw(transcript: DrawTranscript): Check[] {
  const { input, reveals, externalNumber } = transcript;
  const inputHash = sha256Hex(canonical(input));
  const nonceOf = new Map(reveals.map(({ party, nonce }) => [party, nonce]));
  const committed = new Map(transcript.commitments.map(({ party, commitment }) => [party, commitment]));
  const nonces = input.parties.map((party) => nonceOf.get(party) ?? '');
  const seed = seedOf(inputHash, nonces, externalNumber);
  const drawn = drawFrom(input, seed);
  return [
    compared('inputHash', inputHash, transcript.inputHash),
    ...input.parties.map((party, index) => compared(`commitment ${party}`, commitmentOf(inputHash, party, nonces[index]!), committed.get(party))),
    compared('seed', seed, transcript.seed),
    compared('order', drawn?.order, transcript.order),
    compared('members', drawn?.members, transcript.members),
    compared('substitutes', drawn?.substitutes, transcript.substitutes),
    compared('passedOver', drawn?.passedOver, transcript.passedOver),
  ];
}

/** One line of a recomputation. */
export function compared(check: string, expected: Plain | undefined, found: Plain | undefined): Check {
  const texts = [expected, found].map((value) => (typeof value === 'string' ? value : canonical(value ?? null)));
  return { check, ok: expected !== undefined && texts[0] === texts[1], expected: texts[0]!, found: texts[1]! };
}

/** Seats the first substitutes in drawn order that keep every limit, when members have declined. */
export function seatSubstitute(transcript: DrawTranscript, members: readonly string[], declined: readonly string[]): Answer<{ members: string[]; seated: string[] }> {
  const rules = panelRulesOf(transcript.input);
  const indexOf = (id: string) => rules?.indexOf.get(id) ?? -1;
  const staying = members.filter((id) => !declined.includes(id));
  const free = transcript.substitutes.filter((id) => !declined.includes(id) && !members.includes(id));
  const panel = rules && firstPanel(rules, free.map(indexOf), staying.map(indexOf));
  if (!panel) return no('noSubstituteFits', { params: { declined: declined.length, free: free.length } });
  const names = panel.map((index) => transcript.input.pool[index]!.id);
  return yes({ members: names, seated: names.slice(staying.length) });
}
