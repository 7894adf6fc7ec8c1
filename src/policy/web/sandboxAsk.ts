import type { Tried } from './policyView.ts';
import type { SandboxAsk } from '../domain/sandboxContract.ts';

/** What the page tries: text that is typed in, another version, or a kept draft; the published text where none is named. */
export type Draft = NonNullable<SandboxAsk['draft']> | undefined;
/** Which figure stands open: whose people, and of which result, institution, fact or year. */
export type Behind = { of: string; result?: string; institution?: string; fact?: string; year?: string };

/** How the office says that support is paid. */
export type PaymentText = { every: 'once' | 'year'; shares: string };
export const paidAtOnce: PaymentText = { every: 'once', shares: '100' };

/** Shares as typed, '50 30 20'; undefined while they do not make a hundred. */
export function sharesIn(text: string): number[] | undefined {
  const shares = text.split(/[^\d]+/).filter(Boolean).map(Number);
  return shares.length > 0 && shares.length <= 10 && shares.reduce((sum, share) => sum + share, 0) === 100 ? shares : undefined;
}

/** What goes to the server; a draft that is not there is left out. */
export const askOf = (parameters: Tried, draft: Draft) => ({ parameters, ...(draft ? { draft } : {}) });

/** The page's own address with a figure open, so that the list behind it can be sent to somebody. */
export function addressBehind(path: string, draft: Draft, behind: Behind): string {
  const named: Record<string, string> = draft && 'version' in draft ? { version: draft.version } : draft && 'id' in draft ? { draft: draft.id } : {};
  return `${path}?${new URLSearchParams({ ...named, ...behind }).toString()}#people`;
}
