import { Dialog } from '#platform/web/Dialog.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { SourceLine } from '#platform/web/SourceLine.tsx';
import { Tag } from '#platform/web/Tag.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { registryContract } from '../domain/contract.ts';

/** All that was ever recorded of one kind: nothing is overwritten. */
export function HistoryDialog({ personId, kind, onClose }: { personId: string; kind: string; onClose: () => void }) {
  const w = useWords();
  const api = useApi(registryContract);
  const history = useLoad(['registry', 'history', personId, kind], () => api.factHistory({ params: { personId }, query: { kind } }));
  return (
    <Dialog title={w('registry.history.title', { kind })} open onClose={onClose}>
      <Loaded of={history}>
        {(records) => (records.length === 0 ? <p>{w('registry.history.none')}</p> : (
          <ul className="fact-history">
            {records.map((record) => (
              <li key={record.factId}>
                <b>{record.written}</b> {record.superseded ? <Tag>{w('registry.history.superseded')}</Tag> : null}
                {record.declined ? <p className="sub">{w('registry.history.declined', { reason: record.declined })}</p> : null}
                <SourceLine kind={record.source === 'import' ? 'institution' : record.source}
                  text={[w(`registry.file.source.${record.source}`), record.verified ? w('registry.file.verified') : '', record.evidence, record.from ? w('registry.file.since', { from: record.from }) : '', record.recordedOn].filter(Boolean).join(' · ')} />
              </li>
            ))}
          </ul>
        ))}
      </Loaded>
    </Dialog>
  );
}
