import { platformContract } from '../../domain/platformContract.ts';
import { useSession } from '../useActor.ts';
import { useApi } from '../useApi.ts';
import { useLoad } from '../useLoad.ts';
import { useWords } from '../useWords.ts';

const keptForDays = 180;

/** Which region's platform a visitor looks at; after signing in it is the person's own. */
export function RegionChoice() {
  const w = useWords();
  const api = useApi(platformContract);
  const { actor } = useSession();
  const demo = useLoad(['demoAccounts'], () => api.demoAccounts(), { when: actor.role === 'visitor' });
  const regions = new Map((demo.value?.accounts ?? []).map((account) => [account.regionId, account.regionName]));
  if (actor.role !== 'visitor' || regions.size < 2) return null;
  return (
    <select className="region-choice" aria-label={w('platform.region')} value={actor.regionId} onChange={(event) => enterRegion(event.target.value)}>
      {[...regions].map(([id, name]) => <option key={id} value={id}>{name}</option>)}
    </select>
  );
}

function enterRegion(regionId: string) {
  document.cookie = `xinglin_region=${encodeURIComponent(regionId)}; path=/; max-age=${keptForDays * 86_400}; samesite=lax`;
  window.location.reload();
}
