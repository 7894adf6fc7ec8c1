import { DateField } from '#platform/web/DateField.tsx';
import { SelectField } from '#platform/web/SelectField.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useWords } from '#platform/web/useWords.ts';
import type { CellShape } from './factCells.ts';

/** The control for one value, by its type. */
export function FactField({ shape, label, value, onChange }: { shape: CellShape; label: string; value: string; onChange: (text: string) => void }) {
  const w = useWords();
  const field = { label: shape.unit ? `${label}(${shape.unit})` : label, value, onChange, required: true };
  if (shape.type === 'date') return <DateField {...field} />;
  if (shape.type === 'boolean') return <SelectField {...field} options={[{ value: 'true', label: w('registry.yes') }, { value: 'false', label: w('registry.no') }]} />;
  if (shape.type === 'enum') return <SelectField {...field} options={shape.labels.map((text) => ({ value: text, label: text }))} />;
  return <TextField {...field} inputMode={shape.type === 'integer' ? 'numeric' : 'text'} />;
}
