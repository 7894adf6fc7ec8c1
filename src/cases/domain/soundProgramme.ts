import type { z } from 'zod';
import type { Programme } from './programme.ts';

type Raw = Omit<z.input<typeof Programme>, 'stages' | 'accounts' | 'instalments'> & {
  stages: Record<string, {
    kind: string; label: { staff: string; talent: string }; outcome?: string; within?: { workingDays: number; then: string };
    actions?: Record<string, { label: string; by: string[]; to: string; needs?: string[]; does?: string[]; reason?: string }>;
  }>;
  accounts: { places?: string; budget?: string };
  instalments: { label: string; months: number; share: number }[];
};

const label = (text: string) => ({ staff: text, talent: text });

/** A small definition without fault, as written in a file: what tests spoil and play through. */
export const soundProgramme = (): Raw => ({
  code: 'small-grant', version: 1, pillar: 'attract', title: 'Small grant', summary: 'A grant for tests', prefix: 'SG',
  basis: [{ document: 'Measure', article: '1' }],
  policy: 'small@1.0',
  categories: { main: { label: 'Main', result: 'main' } },
  form: { code: 'small', sections: [{ label: 'Person', fields: { birthDate: { label: 'Born', fact: 'birth' }, work: { label: 'Work', kind: { type: 'text', max: 20 } } } }] },
  accounts: { places: 'places', budget: 'budget' },
  instalments: [{ label: 'First', months: 0, share: 400 }, { label: 'Second', months: 12, share: 600 }],
  start: 'draft',
  stages: {
    draft: { kind: 'draft', label: label('Draft'), actions: {
      submit: { label: 'Submit', by: ['talent'], to: 'screening', needs: ['withinWindow', 'formComplete'], does: ['freezeForm'] },
      withdraw: { label: 'Withdraw', by: ['talent'], to: 'withdrawn' } } },
    screening: { kind: 'screening', label: label('Screening'), within: { workingDays: 5, then: 'remind' }, actions: {
      pass: { label: 'Pass', by: ['bureau'], to: 'notice', needs: ['quotaLeft'], does: ['holdQuota', 'publishNotice'] },
      refuse: { label: 'Refuse', by: ['bureau'], to: 'refused', reason: 'required' },
      remind: { label: 'Remind', by: ['clock'], to: 'screening' } } },
    notice: { kind: 'notice', label: label('Notice'), within: { workingDays: 5, then: 'confirm' }, actions: {
      confirm: { label: 'Confirm', by: ['clock'], to: 'payment', needs: ['noticeOver', 'noObjection'], does: ['postQuota', 'startInstalments'] },
      uphold: { label: 'Uphold', by: ['bureau'], to: 'refused', reason: 'required', does: ['voidQuota'] } } },
    payment: { kind: 'fulfilment', label: label('Payment'), actions: {
      pay: { label: 'Pay', by: ['bureau'], to: 'payment', needs: ['instalmentDue'], does: ['payInstalment'] },
      finish: { label: 'Finish', by: ['bureau'], to: 'granted', needs: ['instalmentsPaid'] } } },
    granted: { kind: 'ended', outcome: 'granted', label: label('Granted') },
    refused: { kind: 'ended', outcome: 'refused', label: label('Refused') },
    withdrawn: { kind: 'ended', outcome: 'withdrawn', label: label('Withdrawn') },
  },
});
