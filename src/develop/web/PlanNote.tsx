import { Unverified } from '#platform/web/Unverified.tsx';
import { useWords } from '#platform/web/useWords.ts';
import type { PairingPlan } from '../domain/pairingPlan.ts';

/** What a plan stands on, its limits, and which of its numbers no public text gives. */
export function PlanNote({ plan }: { plan: PairingPlan }) {
  const w = useWords();
  return (
    <div>
      <p>{w('pairing.basis', { document: plan.basis.document, says: plan.basis.says })}</p>
      <p className="sub">{w('pairing.limits', { pupils: plan.pupilsMost, masterWishes: plan.masterWishes, pupilWishes: plan.pupilWishes, months: plan.termMonths })}</p>
      {plan.unverified.length ? <p className="sub"><Unverified /> {w('pairing.unverified', { what: plan.unverified.map((key) => w(`pairing.unverified.${key}`)).join('、') })}</p> : null}
    </div>
  );
}
