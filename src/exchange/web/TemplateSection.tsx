import { DataTable } from '#platform/web/DataTable.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { exchangeContract } from '../domain/contract.ts';
import './exchange.css';

/** The template to download, and its columns for whoever wants to see them first. */
export function TemplateSection() {
  const w = useWords();
  const api = useApi(exchangeContract);
  const load = useLoad(['exchange', 'columns'], () => api.rosterColumns());
  const columns = load.value?.columns ?? [];
  return (
    <Section title={w('exchange.step1')}>
      <div className="row">
        <a className="button" href={exchangeContract.rosterTemplate.path} download>{w('exchange.getTemplate')}</a>
        {load.value ? <span className="sub">{w('exchange.templateNote', { version: load.value.version, count: columns.length, required: columns.filter((each) => each.required).length })}</span> : null}
      </div>
      <details className="folded">
        <summary>{w('exchange.columns')}</summary>
        <DataTable
          caption={w('exchange.columns')}
          columns={[
            { key: 'name', head: w('exchange.columnName'), phone: 'main', cell: (row) => row.name },
            { key: 'required', head: w('exchange.required'), phone: 'aside', cell: (row) => (row.required ? w('exchange.required') : '') },
            { key: 'example', head: w('exchange.example'), phone: 'under', cell: (row) => row.example },
            { key: 'note', head: w('exchange.note'), phone: 'under', cell: (row) => row.note },
          ]}
          rows={columns}
          rowKey={(row) => row.name}
        />
      </details>
    </Section>
  );
}
