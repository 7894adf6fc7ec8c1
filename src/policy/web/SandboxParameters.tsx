import { NumberField } from '#platform/web/NumberField.tsx';
import { Unverified } from '#platform/web/Unverified.tsx';
import { useWords } from '#platform/web/useWords.ts';
import { writtenFen } from '#platform/web/written.ts';
import type { SandboxView, Tried } from './policyView.ts';

type Parameter = SandboxView['parameters'][number];
/** People type yuan and drag in thousands of yuan; the policy counts fen. */
const fenPerYuan = 100;
const draggedYuan = 1000;
const leastReach = 10;

/** A slider and a number for each parameter that is a whole number. */
export function SandboxParameters({ parameters, tried, onTry }: { parameters: Parameter[]; tried: Tried; onTry: (tried: Tried) => void }) {
  return <div className="sandbox-parameters">{parameters.map((each) => <Slider key={each.name} parameter={each} value={tried[each.name] ?? each.value} onValue={(value) => onTry(withValue(tried, each, value))} />)}</div>;
}

/** Back at the published value, a parameter is no longer tried. */
function withValue(tried: Tried, { name, value: published }: Parameter, value: number | undefined): Tried {
  const { [name]: _before, ...others } = tried;
  return value === undefined || value < 0 || value === published ? others : { ...others, [name]: value };
}

function Slider({ parameter, value, onValue }: { parameter: Parameter; value: number | null; onValue: (value: number | undefined) => void }) {
  const w = useWords();
  const { name, fen, unverified, value: published } = parameter;
  const unit = fen ? fenPerYuan : 1;
  const reach = Math.max(fen ? leastReach * draggedYuan : leastReach, ((published ?? 0) * 2) / unit);
  const shown = value === null ? undefined : value / unit;
  const said = published === null ? w('policy.sandbox.open') : w('policy.sandbox.published', { value: fen ? writtenFen(published, w) : published });
  return (
    <div className="sandbox-parameter">
      <NumberField required label={fen ? w('policy.sandbox.yuan', { name }) : name} value={shown} min={0} onChange={(next) => onValue(next === undefined ? undefined : Math.round(next * unit))} hint={<>{said} {unverified ? <Unverified /> : null}</>} />
      <input type="range" aria-label={w('policy.sandbox.slide', { name })} min={0} max={reach} step={fen ? draggedYuan : 1} value={shown ?? 0} onChange={(event) => onValue(Number(event.target.value) * unit)} />
    </div>
  );
}
