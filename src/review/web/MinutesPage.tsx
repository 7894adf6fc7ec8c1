import { Button } from '#platform/web/Button.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { useParam } from '#platform/web/place.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { meetingContract, type Minutes } from '../domain/meetingContract.ts';
import { shareWords } from './shareWords.ts';
import './meeting.css';

/** The minutes on paper: nobody wrote them, they are what was done. */
export default function MinutesPage() {
  const w = useWords();
  const meetingId = useParam('meetingId');
  const api = useApi(meetingContract);
  const minutes = useLoad(['minutes', meetingId], () => api.viewMinutes({ params: { meetingId } }));
  return (
    <Loaded of={minutes}>
      {(found) => (
        <div className="stack minutes">
          <PageHead over={<Go to={`/work/meetings/${meetingId}`}>{w('review.meeting')}</Go>} title={w('review.minutes.of', { heading: found.heading })} sub={`${found.meetsOn}${found.place ? ` · ${found.place}` : ''}`} aside={<Button onClick={() => window.print()}>{w('review.minutes.print')}</Button>} />
          <Text minutes={found} />
        </div>
      )}
    </Loaded>
  );
}

const hour = (instant: string) => new Date(instant).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' });

function Text({ minutes }: { minutes: Minutes }) {
  const w = useWords();
  const there = minutes.members.filter(({ attendedAt, excusedAt }) => attendedAt && !excusedAt);
  const away = minutes.members.filter((member) => !there.includes(member));
  return (
    <div>
      <h2>{w('review.minutes.attendance')}</h2>
      <p>{w('review.meeting.present', { n: there.length, of: minutes.rule.panelSize })} · {w('review.rule.quorum', { share: shareWords(minutes.rule.quorum, w) })}</p>
      <ul className="lines">{there.map((member) => <li key={member.name}>{member.name}{member.chair ? `（${w('review.meeting.chair')}）` : ''} · {member.organisation} · {w('review.minutes.signedIn', { hour: hour(member.attendedAt ?? '') })}</li>)}</ul>
      {away.length > 0 ? <p>{w('review.minutes.away')} {away.map(({ name }) => name).join('、')}</p> : null}
      <h2>{w('review.minutes.votes')}</h2>
      <p>{w(minutes.rule.passBase === 'entitled' ? 'review.rule.passEntitled' : 'review.rule.passCast', { share: shareWords(minutes.rule.pass, w) })}</p>
      <table>
        <thead><tr><th scope="col">{w('review.file.no')}</th><th scope="col">{w('review.subject')}</th><th scope="col">{w('review.recusals')}</th><th scope="col">{w('review.minutes.counts')}</th><th scope="col">{w('review.outcome')}</th></tr></thead>
        <tbody>
          {minutes.files.map((file) => (
            <tr key={file.number}>
              <td>{file.number}</td><td>{file.heading}</td><td>{file.recused.map(({ name, kind }) => `${name}（${w(`review.kind.${kind}`)}）`).join('、') || '—'}</td>
              <td>{file.votes.map((vote) => <span key={vote.vote} className="line">{w('review.counts', vote)}</span>)}</td><td>{file.outcome ? w(`review.outcome.${file.outcome}`) : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{w('review.minutes.seals')}</h2>
      <ul className="lines">{minutes.votes.map((vote) => <li key={vote.position}>{w('review.minutes.vote', { n: vote.position, present: vote.present, hour: hour(vote.openedAt) })}<span className="cap line receipt"><code>{vote.sealedHash}</code></span></li>)}</ul>
      <p className="signature"><span>{w('review.minutes.chairSigns')}</span><span>{w('review.minutes.clerkSigns')}</span></p>
    </div>
  );
}
