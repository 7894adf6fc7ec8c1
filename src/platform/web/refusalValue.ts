/** A refusal as the page shows it: what, by which rule, because of which fact, and what to do next. */
export type RefusalValue = {
  reason: string;
  title: string;
  detail?: string;
  article?: string;
  fact?: string;
  next?: string;
  field?: string;
  problems?: { field: string; reason: string; message?: string }[];
};

/** Thrown by the client when the server says no. */
export class RefusalError extends Error {
  refusal: RefusalValue;
  status: number;
  constructor(refusal: RefusalValue, status: number) {
    super(refusal.title);
    this.refusal = refusal;
    this.status = status;
  }
}

/** The refusal in whatever was thrown; a broken line is a refusal with its own next step. */
export function refusalOf(thrown: unknown): RefusalValue {
  if (thrown instanceof RefusalError) return thrown.refusal;
  return { reason: 'unreachable', title: '' };
}
