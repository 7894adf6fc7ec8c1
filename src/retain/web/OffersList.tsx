import { Button } from '#platform/web/Button.tsx';
import { Go } from '#platform/web/Go.tsx';
import { useGo } from '#platform/web/place.ts';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Unverified } from '#platform/web/Unverified.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useWords, type Words } from '#platform/web/useWords.ts';
import { entitlementContract } from '../domain/entitlementContract.ts';
import type { MyEntitlement } from './reads.ts';

/** What authoritative facts already grant, to confirm in one tap; each with its basis, since when, and what the tap does. */
export function OffersList({ offers, first }: { offers: readonly MyEntitlement[]; first: boolean }) {
  const w = useWords();
  return (
    <ul className="waiting-list offers" aria-label={w('retain.offers')}>
      {offers.map((offer, index) => <Offer key={offer.id} offer={offer} primary={first && index === 0} />)}
    </ul>
  );
}

function Offer({ offer, primary }: { offer: MyEntitlement; primary: boolean }) {
  const w = useWords();
  const api = useApi(entitlementContract);
  const go = useGo();
  const params = { entitlementId: offer.id };
  const confirm = useAct(() => api.confirmEntitlement({ params, body: {} }), { done: ({ caseId }) => { if (caseId) go(`/my/cases/${caseId}`); } });
  const decline = useAct(() => api.declineEntitlement({ params, body: {} }));
  return (
    <li>
      <b>{offer.gives}{offer.unverified ? <> <Unverified /></> : null}</b>
      <span className="sub">{w('retain.offer.since', { date: offer.since })} · {effectOf(offer, w)}</span>
      <span className="source">{offer.document} {offer.article} · <Go to={`/my/explain?policy=${offer.policy}&result=${offer.result}`} label={`${w('retain.offer.why')} ${offer.gives}`}>{w('retain.offer.why')}</Go> · <button type="button" className="text-button" aria-label={`${w('retain.offer.decline')} ${offer.gives}`} onClick={() => decline.run(undefined)}>{w('retain.offer.decline')}</button></span>
      <Button kind={primary ? 'primary' : 'plain'} busy={confirm.running} aria-label={`${w('retain.offer.confirm')} ${offer.gives}`} onClick={() => confirm.run(undefined)}>{w('retain.offer.confirm')}</Button>
      <Refusal of={confirm.refusal ?? decline.refusal} />
    </li>
  );
}

/** What confirming will do, said before it is done. */
function effectOf({ programme }: MyEntitlement, w: Words): string {
  if (!programme) return w('retain.offer.desk');
  return programme.waits ? w('retain.offer.waits', { programme: programme.title }) : w('retain.offer.opens', { programme: programme.title });
}
