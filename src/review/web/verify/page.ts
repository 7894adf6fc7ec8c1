import type { Tally } from '../../domain/ballot.ts';
import { recount } from '../../domain/ballotCheck.ts';
import type { DrawTranscript } from '../../domain/draw.ts';
import { verifyDraw, type Check } from '../../domain/drawCheck.ts';
import { filesOf, recompute as recomputeScores, type ScoreRecord } from '../../domain/scoreRecord.ts';
import wordsEn from './words.en.ts';
import wordsZh from './words.zh.ts';

type Word = keyof typeof wordsZh;

let english = false;

const wording = (key: string, params: Record<string, string | number> = {}): string =>
  ((english ? wordsEn : wordsZh)[key as Word] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));

const byId = (id: string): HTMLElement => document.getElementById(id)!;
const input = () => byId('record') as HTMLTextAreaElement;

function element(tag: string, text: string, children: HTMLElement[] = []): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  made.append(...children);
  return made;
}

const list = (title: string, items: string[]): HTMLElement[] =>
  (items.length === 0 ? [] : [element('h2', title), element('ol', '', items.map((item) => element('li', item)))]);

/** Recomputes what is in the box and shows every step. */
function recompute(): void {
  byId('result').replaceChildren(...resultOf(input().value));
}

function resultOf(text: string): HTMLElement[] {
  if (!text.trim()) return [];
  try {
    const record = JSON.parse(text) as DrawTranscript | Tally | ScoreRecord;
    if (record.version === 'xinglin-draw-1') return [...verdict(verifyDraw(record)), ...drawn(record)];
    if (record.version === 'xinglin-ballot-1') return [...verdict(recount(record)), ...counted(record)];
    if (record.version === 'xinglin-scores-1') return [...verdict(recomputeScores(record)), ...adjusted(record)];
  } catch {
    return [element('p', wording('verify.unreadable'))];
  }
  return [element('p', wording('verify.unreadable'))];
}

function verdict(checks: Check[]): HTMLElement[] {
  const failed = checks.filter(({ ok }) => !ok);
  const head = element('p', failed.length === 0 ? wording('verify.allHold', { n: checks.length }) : wording('verify.someFail', { n: failed.length }));
  head.className = 'verdict';
  head.dataset['ok'] = String(failed.length === 0);
  const heads = element('tr', '', [element('th', wording('verify.step')), element('th', wording('verify.result'))]);
  return [head, element('table', '', [element('thead', '', [heads]), element('tbody', '', checks.map(row))])];
}

function row({ check, ok, expected, found }: Check): HTMLElement {
  const [name = '', ...rest] = check.split(' ');
  const result = element('td', ok ? wording('verify.holds') : wording('verify.fails'));
  if (!ok) result.append(element('code', `${wording('verify.expected')} ${expected}`), element('code', `${wording('verify.found')} ${found}`));
  else if (/^[0-9a-f]{64}$/.test(expected)) result.append(element('code', expected));
  const made = element('tr', '', [element('td', wording(`verify.check.${name}`) + rest.join(' ')), result]);
  made.dataset['ok'] = String(ok);
  return made;
}

const drawn = ({ members, substitutes, passedOver, input: { recused } }: DrawTranscript): HTMLElement[] => [
  ...list(wording('verify.members'), members), ...list(wording('verify.substitutes'), substitutes),
  ...list(wording('verify.passedOver'), passedOver.map(({ id, reason }) => `${id} — ${wording(`verify.passed.${reason}`)}`)),
  ...list(wording('verify.recused'), recused.map(({ id }) => id)),
];

function counted(tally: Tally): HTMLElement[] {
  const lines = tally.outcomes.map((outcome) => `${outcome.case} — ${wording(`verify.outcome.${outcome.outcome}`)} (${wording('verify.votes', outcome)})`);
  const receipt = document.createElement('input');
  receipt.id = 'receipt';
  const label = element('label', wording('verify.receipt'));
  label.setAttribute('for', 'receipt');
  const answer = element('p', '');
  answer.setAttribute('aria-live', 'polite');
  receipt.addEventListener('input', () => { answer.textContent = whereIs(tally, receipt.value.trim()); });
  return [...list(wording('verify.outcomes'), lines), label, receipt, answer];
}

function adjusted({ scores, official }: ScoreRecord): HTMLElement[] {
  const points = (value: number | null) => (value === null ? '—' : (value / 1000).toFixed(3));
  const rows = filesOf(scores).map(({ file, raw, adjusted: mean, error }) => element('tr', '', [file, points(raw), points(mean), points(error)].map((text) => element('td', text))));
  const heads = ['number', 'rawMean', 'adjustedMean', 'standardError'].map((key) => element('th', wording(`verify.${key}`)));
  return [element('h2', wording(`verify.official.${official}`)), element('table', '', [element('thead', '', [element('tr', '', heads)]), element('tbody', '', rows)])];
}

function whereIs(tally: Tally, receipt: string): string {
  if (!receipt) return '';
  for (const motion of tally.motions) {
    const ballot = motion.ballots.find(({ hash }) => hash === receipt);
    if (ballot) return wording('verify.receiptFound', { case: motion.case, choice: wording(`verify.choice.${ballot.choice}`) });
  }
  return wording('verify.receiptMissing');
}

/** Writes every label in the chosen language. */
function label(): void {
  document.documentElement.lang = english ? 'en' : 'zh-CN';
  document.title = wording('verify.title');
  for (const [id, key] of Object.entries({ title: 'title', intro: 'intro', fileLabel: 'file', recordLabel: 'paste', run: 'run', language: 'language' })) byId(id).textContent = wording(`verify.${key}`);
  recompute();
}

byId('run').addEventListener('click', recompute);
byId('language').addEventListener('click', () => { english = !english; label(); });
byId('file').addEventListener('change', async (event) => {
  const [file] = (event.target as HTMLInputElement).files ?? [];
  if (!file) return;
  input().value = await file.text();
  recompute();
});
label();
