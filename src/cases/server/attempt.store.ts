import { sql } from 'kysely';
import type { Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';

/** Does one thing among many in a transaction; what a refusal leaves half-done is undone, the others stay. */
export async function attempt<T>({ tx }: Call, doing: () => Promise<Answer<T>>): Promise<Answer<T>> {
  await sql`savepoint one_of_many`.execute(tx);
  const answer = await doing();
  await (answer.ok ? sql`release savepoint one_of_many` : sql`rollback to savepoint one_of_many`).execute(tx);
  return answer;
}
