import type { Selectable } from 'kysely';
import type { Instalment } from '#db/types.ts';
import type { Call } from '#platform/server/call.ts';
import type { PlannedInstalment } from '../domain/instalments.ts';

export type InstalmentRow = Selectable<Instalment>;

/** Instalments of a case in order. */
export const instalmentsOf = ({ tx, regionId }: Call, caseId: string): Promise<InstalmentRow[]> =>
  tx.selectFrom('instalment').selectAll().where('region_id', '=', regionId).where('case_id', '=', caseId).orderBy('position').execute();

/** Enters the plan of a recognised case. */
export const addInstalments = ({ tx, regionId }: Call, caseId: string, plan: PlannedInstalment[]) =>
  tx.insertInto('instalment').values(plan.map(({ position, label, amountFen, dueOn }) => ({
    region_id: regionId, case_id: caseId, position, label, amount_fen: amountFen, due_on: dueOn, state: 'planned',
  }))).execute();

/** Marks an instalment paid by a transfer. */
export const markPaid = ({ tx, regionId, clock }: Call, { case_id, position }: InstalmentRow, transferId: string) =>
  tx.updateTable('instalment').set({ state: 'paid', paid_at: clock.now(), transfer_id: transferId })
    .where('region_id', '=', regionId).where('case_id', '=', case_id).where('position', '=', position).where('state', '=', 'planned').execute();

/** Paid ones are recovered, planned ones stopped. */
export async function stopInstalments({ tx, regionId }: Call, caseId: string): Promise<void> {
  const those = () => tx.updateTable('instalment').where('region_id', '=', regionId).where('case_id', '=', caseId);
  await those().set({ state: 'recovered' }).where('state', '=', 'paid').execute();
  await those().set({ state: 'stopped' }).where('state', '=', 'planned').execute();
}
