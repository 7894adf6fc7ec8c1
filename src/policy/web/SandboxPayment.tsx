import { Section } from '#platform/web/Section.tsx';
import { SelectField } from '#platform/web/SelectField.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useWords } from '#platform/web/useWords.ts';
import { sharesIn, type PaymentText } from './sandboxAsk.ts';

/** How the money of the years ahead is paid; no policy text says so, the office does. */
export function SandboxPayment({ payment, onPay }: { payment: PaymentText; onPay: (payment: PaymentText) => void }) {
  const w = useWords();
  return (
    <Section title={w('policy.sandbox.payment')}>
      <SelectField label={w('policy.sandbox.payment.every')} required value={payment.every} onChange={(every) => onPay({ ...payment, every: every === 'year' ? 'year' : 'once' })} options={[{ value: 'once', label: w('policy.sandbox.payment.once') }, { value: 'year', label: w('policy.sandbox.payment.year') }]} />
      {payment.every === 'once' ? (
        <TextField label={w('policy.sandbox.payment.shares')} required value={payment.shares} onChange={(shares) => onPay({ ...payment, shares })} hint={w('policy.sandbox.payment.hint')} error={sharesIn(payment.shares) ? undefined : w('policy.sandbox.payment.hundred')} />
      ) : null}
    </Section>
  );
}
