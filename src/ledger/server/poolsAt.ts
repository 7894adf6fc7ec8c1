import { expectYes } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { organisationTree } from '#registry/server/public.ts';
import type { Balance, PoolView } from '../domain/contract.ts';
import { balancesOn } from './balancesOn.ts';
import { poolsOf } from './poolFile.ts';

/** Names and paths of the region's institutions, by id. */
export type Organisations = ReadonlyMap<string, { name: string; path: string }>;

/** The pools at the end of a day as the actor may see them: the bureau and leaders all, an institution its own subtree; totals are everybody's. */
export async function poolsAt(call: Call, day: string): Promise<{ pools: PoolView[]; organisations: Organisations }> {
  const organisations: Organisations = new Map((await organisationTree(call)).map((each) => [each.id, each]));
  const rows = expectYes(await balancesOn(call, { day })).filter((row) => mayRead(call, organisations, row.organisationId));
  const shown = rows.map(({ pool, id, organisationId, granted, used, held, free, lent }) => ({
    pool, balance: { id, organisationId, organisation: organisations.get(organisationId)?.name ?? '', granted, used, held, free, lent } satisfies Balance,
  }));
  const pools = poolsOf(call.region).flatMap(({ code, title, group, kind, unit, document, unverified, note, loans }) => {
    const balances = shown.filter((row) => row.pool === code).map((row) => row.balance);
    const whole = balances.find((balance) => balance.id === code);
    return whole ? [{ code, title, group, kind, unit, document, unverified, note, loans, whole, children: balances.filter((balance) => balance !== whole) }] : [];
  });
  return { pools, organisations };
}

function mayRead({ actor }: Call, organisations: Organisations, organisationId: string): boolean {
  if (actor.role !== 'employer' || organisationId === '') return true;
  const path = organisations.get(organisationId)?.path ?? '';
  return path === actor.organisationPath || path.startsWith(`${actor.organisationPath}.`);
}
