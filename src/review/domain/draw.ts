import { canonical } from '#matching/domain/canonical.ts';
import { lotteryOrder } from '#matching/domain/lottery.ts';
import { sha256Hex } from '#matching/domain/sha256.ts';
import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { problemIn } from './drawInput.ts';
import { canReplaceSomeone, firstPanel, mayJoin, panelRulesOf, type PanelRules } from './panelRules.ts';

/** What is published before a draw: who may be drawn, by which limits, who takes part, and the outside number named beforehand. */
export type DrawInput = {
  draw: string;
  purpose: string;
  seats: number;
  substitutes: number;
  pool: { id: string; groups: string[] }[];
  limits: { group: string; atLeast: number; atMost: number }[];
  apart: [string, string][];
  recused: { id: string; reason: string }[];
  parties: string[];
  external: string;
};

/** What the parties bring: hashes first, then the nonces they hid; and the outside number once it is known. */
export type DrawSecrets = { commitments: Record<string, string>; reveals: Record<string, string>; externalNumber: string };

/** Everything a stranger needs to recompute a draw. */
export type DrawTranscript = {
  version: 'xinglin-draw-1';
  input: DrawInput;
  inputHash: string;
  commitments: { party: string; commitment: string }[];
  reveals: { party: string; nonce: string }[];
  externalNumber: string;
  seed: string;
  order: { id: string; ticket: string }[];
  members: string[];
  substitutes: string[];
  passedOver: { id: string; reason: 'apart' | 'limit' }[];
};

/** The text and hash to publish before anybody commits; refuses an input that could never be drawn. */
export function sealInput(input: DrawInput): Answer<{ canonical: string; inputHash: string }> {
  const problem = problemIn(input);
  if (problem) return problem;
  const text = canonical(input);
  return yes({ canonical: text, inputHash: sha256Hex(text) });
}

/** What a party publishes while its nonce is still hidden. */
export const commitmentOf = (inputHash: string, party: string, nonce: string): string =>
  sha256Hex(canonical(['commit', inputHash, party, nonce]));

/** The seed: no single party can steer it once all have committed and the outside number is drawn elsewhere. */
export const seedOf = (inputHash: string, nonces: readonly string[], externalNumber: string): string =>
  sha256Hex(canonical(['xinglin-draw-1', inputHash, nonces, externalNumber]));

/** Draws the panel and its substitutes in one act, from the published input and the parties' nonces. */
export function runDraw(input: DrawInput, secrets: DrawSecrets): Answer<DrawTranscript> {
  const sealed = sealInput(input);
  if (!sealed.ok) return sealed;
  const { inputHash } = sealed.value;
  const refusal = refusalOfSecrets(input, inputHash, secrets);
  if (refusal) return refusal;
  const seed = seedOf(inputHash, input.parties.map((party) => secrets.reveals[party]!), secrets.externalNumber);
  const drawn = drawFrom(input, seed);
  if (!drawn) return no('drawImpossible');
  return yes({
    version: 'xinglin-draw-1', input, inputHash,
    commitments: input.parties.map((party) => ({ party, commitment: secrets.commitments[party]! })),
    reveals: input.parties.map((party) => ({ party, nonce: secrets.reveals[party]! })),
    externalNumber: secrets.externalNumber, seed, ...drawn,
  });
}

function refusalOfSecrets(input: DrawInput, inputHash: string, secrets: DrawSecrets) {
  if (!secrets.externalNumber.trim()) return no('drawExternalMissing');
  for (const party of input.parties) {
    const commitment = secrets.commitments[party];
    const nonce = secrets.reveals[party];
    if (!commitment) return no('drawCommitmentMissing', { params: { party } });
    if (!nonce) return no('drawRevealMissing', { params: { party } });
    if (!/^[0-9a-f]{32,}$/.test(nonce)) return no('drawNonceShort', { params: { party } });
    if (commitmentOf(inputHash, party, nonce) !== commitment) return no('drawRevealMismatch', { params: { party } });
  }
  return undefined;
}

/** The outcome of a seed: tickets in order, the first panel that keeps every limit, and who can stand in. */
export function drawFrom(input: DrawInput, seed: string): Pick<DrawTranscript, 'order' | 'members' | 'substitutes' | 'passedOver'> | undefined {
  const rules = panelRulesOf(input);
  const order = lotteryOrder(input.pool.map(({ id }) => ({ id, tier: 0 })), seed).map(({ id, ticket }) => ({ id, ticket }));
  const indexes = order.map(({ id }) => rules?.indexOf.get(id) ?? -1);
  const panel = rules && firstPanel(rules, indexes);
  if (!rules || !panel) return undefined;
  const name = (index: number) => input.pool[index]!.id;
  const substitutes = indexes.filter((index) => !panel.includes(index) && canReplaceSomeone(rules, panel, index));
  return {
    order, members: panel.map(name), substitutes: substitutes.slice(0, input.substitutes).map(name),
    passedOver: passedOver(rules, indexes, panel).map(({ index, reason }) => ({ id: name(index), reason })),
  };
}

function passedOver(rules: PanelRules, order: readonly number[], panel: readonly number[]) {
  const before = order.slice(0, order.indexOf(panel.at(-1)!));
  return before.filter((index) => !panel.includes(index))
    .map((index) => ({ index, reason: mayJoin(rules, panel, index) ? 'limit' as const : 'apart' as const }));
}
