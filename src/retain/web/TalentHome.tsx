import './talent.css';
import { bulletinContract } from '#bulletin/domain/contract.ts';
import { casesContract } from '#cases/domain/contract.ts';
import { openContract } from '#policy/domain/openContract.ts';
import { Go } from '#platform/web/Go.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useActor } from '#platform/web/useActor.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { entitlementContract } from '../domain/entitlementContract.ts';
import { registryContract } from '#registry/domain/contract.ts';
import { CasesSection } from './CasesSection.tsx';
import { DistanceSection } from './DistanceSection.tsx';
import { EntitledSection } from './EntitledSection.tsx';
import { FileSection } from './FileSection.tsx';
import { QuestionsSection } from './QuestionsSection.tsx';
import { SpecialistSection } from './SpecialistSection.tsx';
import { WaitingSection } from './WaitingSection.tsx';

/** A talent's first page: what waits, what is due to one, how far the next step is, cases, file, specialist. */
export default function TalentHome() {
  const w = useWords();
  const { name } = useActor();
  const cases = useApi(casesContract);
  const policies = useApi(openContract);
  const registry = useApi(registryContract);
  const mine = useLoad(['cases', 'mine'], () => cases.listMine());
  const judged = useLoad(['policy', 'mine'], () => policies.listOwnEntitlements());
  const entitlements = useApi(entitlementContract);
  const due = useLoad(['entitlements', 'mine'], () => entitlements.ownEntitlements());
  const shares = useLoad(['registry', 'shares'], () => registry.listMyShares());
  const messages = useApi(bulletinContract);
  const unread = useLoad(['messages', 'unread'], () => messages.listMessages({ query: { limit: 1 } })).value?.unread ?? 0;
  const file = useLoad(['registry', 'mine'], () => registry.viewMyFile());
  const employment = file.value?.employments[0];
  const where = [file.value?.organisationName, employment?.post].filter(Boolean).join(' · ');
  return (
    <div className="home">
      <div className="area-who"><PageHead title={name} sub={where || w('retain.noPost')} aside={unread > 0 ? <Go to="/my/messages">{w('retain.messages', { n: unread })}</Go> : null} /></div>
      <WaitingSection cases={mine} due={due} shares={shares} />
      <EntitledSection due={due} />
      <DistanceSection judged={judged} />
      <QuestionsSection due={due} />
      <CasesSection cases={mine} />
      <FileSection file={file} />
      <SpecialistSection />
    </div>
  );
}
