/** What a refusal tells: the rule's article, the person's fact, the field, the next step, and numbers for its words. */
export type Detail = {
  field?: string;
  article?: string;
  fact?: string;
  next?: string;
  params?: Record<string, string | number>;
  problems?: { field: string; reason: string; message?: string }[];
};

/** An expected “no”, with a reason key that has words in both languages. Bugs throw instead. */
export type Refusal = { ok: false; reason: string; detail?: Detail };

/** The answer of everything a person may ask: a value, or a refusal that a person can act on. */
export type Answer<T> = { ok: true; value: T } | Refusal;

/** The asked-for value. */
export const yes = <T>(value: T): Answer<T> => ({ ok: true, value });

/** A refusal with its reason key. */
export const no = (reason: string, detail?: Detail): Refusal => (detail ? { ok: false, reason, detail } : { ok: false, reason });

/** The value of an answer that cannot be a refusal here; a refusal is then a bug and throws. */
export function expectYes<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw new Error(`refused: ${answer.reason} ${JSON.stringify(answer.detail ?? {})}`);
}

/** What an act answers that has nothing to tell but that it was done. */
export type Done = Record<string, never>;
export const done: Answer<Done> = { ok: true, value: {} };
