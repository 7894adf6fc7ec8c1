import './portal.css';
import { bulletinContract } from '#bulletin/domain/contract.ts';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useSearchText } from '#platform/web/place.ts';
import { Tri } from '#platform/web/Tri.tsx';
import { useActor } from '#platform/web/useActor.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { registryContract } from '#registry/domain/contract.ts';
import { CertificateChecked } from './CertificateChecked.tsx';
import { RevokedList } from './RevokedList.tsx';
import { VerifyBox } from './VerifyBox.tsx';

/** Tells whether a number, or the code on a certificate, belongs to something this platform published or issued. */
export default function Verify() {
  const w = useWords();
  const api = useApi(bulletinContract);
  const registry = useApi(registryContract);
  const [number] = useSearchText('number');
  const [seal] = useSearchText('seal');
  const [of] = useSearchText('region');
  const { actor } = useActor();
  const region = of || actor.regionId; // a code is read by phones that have chosen no region
  const check = useLoad(['certificate', region, number, seal], () => registry.checkCredential({ params: { region }, query: { number, seal } }), { when: number !== '' && region !== '' });
  const notice = useLoad(['notice', number], () => api.viewNotice({ params: { noticeId: number } }), { when: number !== '' && check.value?.state === 'unknown' });
  const certificate = check.value && check.value.state !== 'unknown' ? check.value : undefined;
  return (
    <div className="plain-page">
      <PageHead title={w('attract.verify')} sub={w('attract.verify.sub')} />
      <div className="narrow stack">
        <VerifyBox />
        {number !== '' && notice.value ? (
          <div className="refusal" role="status">
            <Tri value="yes" />
            <div><b>{w('attract.verify.found')}</b><div><Go to={`/notices/${notice.value.noticeId}`}>{notice.value.title}</Go></div><span className="source">{w('attract.notices.term', { from: notice.value.opensOn, to: notice.value.clock.dueOn, n: notice.value.workingDays })}</span></div>
          </div>
        ) : null}
        {certificate ? <CertificateChecked check={certificate} /> : null}
        {number !== '' && notice.refusal && check.value && !certificate ? <Empty>{w('attract.verify.none', { number })}</Empty> : null}
        <RevokedList region={region} />
      </div>
    </div>
  );
}
