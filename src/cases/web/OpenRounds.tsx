import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { casesContract } from '../domain/contract.ts';

/** Calls and postings that are open, the soonest end first. */
export function OpenRounds() {
  const w = useWords();
  const api = useApi(casesContract);
  const programmes = useLoad(['programmes'], () => api.listProgrammes());
  return (
    <Loaded of={programmes}>
      {({ rows }) => {
        const rounds = rows.flatMap((programme) => programme.rounds).toSorted((a, b) => a.closesOn.localeCompare(b.closesOn));
        if (rounds.length === 0) return <Empty>{w('cases.apply.none')}</Empty>;
        return (
          <ul className="lines">
            {rounds.map((round) => (
              <li key={round.id} className="row">
                <span><b>{round.title}</b> · {round.programmeTitle}<span className="cap line">{round.organisationName} · {round.isOpen ? w('cases.round.closes', { day: round.closesOn, n: round.daysLeft }) : w('cases.round.notOpen', { day: round.opensOn })}{round.places === null ? '' : ` · ${w('cases.round.places', { n: round.places })}`}</span></span>
                {round.isOpen ? <Go to={`/my/apply?programme=${round.programme}&round=${round.id}`} look="small" label={`${w('cases.apply')} ${round.title}`}>{w('cases.apply')}</Go> : null}
              </li>
            ))}
          </ul>
        );
      }}
    </Loaded>
  );
}
