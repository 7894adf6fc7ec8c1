import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { NumberField } from '#platform/web/NumberField.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { SelectField } from '#platform/web/SelectField.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import { evaluationContract, type EvaluationView } from '../domain/evaluationContract.ts';
import type { Figures, Indicator } from '../domain/evaluationIndex.ts';
import { choicesOf, sourceOf } from './ResultView.tsx';

/** The figures of one person's year, by element; saving shows the result at once. */
export function FigureForm({ view }: { view: EvaluationView }) {
  const w = useWords();
  const api = useApi(evaluationContract);
  const [figures, setFigures] = useState<Figures>(view.figures);
  const act = useAct((told: Figures) => api.saveFigures({ params: { evaluationId: view.evaluationId }, body: { figures: told } }));
  const set = (key: string, value: number | string | undefined) => {
    const { [key]: _before, ...rest } = figures;
    setFigures(value === undefined || value === '' ? rest : { ...rest, [key]: value });
  };
  return (
    <Section title={w('deploy.figures')}>
      <form onSubmit={(event) => { event.preventDefault(); act.run(figures); }} noValidate>
        {view.index.elements.map((element) => (
          <fieldset key={element.key}>
            <legend>{element.name}</legend>
            <div className="figure-form">
              {element.indicators.map((indicator) => <FigureField key={indicator.key} indicator={indicator} value={figures[indicator.key]} onChange={(value) => set(indicator.key, value)} error={act.refusal?.field === indicator.key ? act.refusal.title : undefined} />)}
            </div>
          </fieldset>
        ))}
        <p className="row"><Button type="submit" kind="primary" busy={act.running}>{w('deploy.figures.save')}</Button>{act.value && !act.refusal ? <span role="status">{w('deploy.figures.saved')}</span> : null}</p>
        <Refusal of={act.refusal} />
      </form>
    </Section>
  );
}

function FigureField({ indicator, value, onChange, error }: { indicator: Indicator; value: number | string | undefined; onChange: (value: number | string | undefined) => void; error: string | undefined }) {
  const w = useWords();
  const words = { label: indicator.unit ? `${indicator.name}（${indicator.unit}）` : indicator.name, hint: sourceOf(indicator, w), error, required: true };
  if (indicator.rule.kind === 'choice') return <SelectField {...words} value={String(value ?? '')} onChange={onChange} options={choicesOf(indicator.rule.scores).map((label) => ({ value: label, label }))} />;
  return <NumberField {...words} value={typeof value === 'number' ? value : undefined} onChange={onChange} min={0} />;
}
