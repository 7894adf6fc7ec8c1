import { yes } from '../domain/answer.ts';
import type { AuditLine } from '../domain/platformContract.ts';
import { endOfDay } from '../clock/workingDays.ts';
import { startOfDay } from '../clock/clock.ts';
import { trailRows, type TrailFilter } from './auditTrail.store.ts';
import { audit } from './audit.ts';
import type { Call } from './call.ts';
import type { Download } from './serve.ts';

type Asked = { act?: string | undefined; subject?: string | undefined; account?: string | undefined; from?: string | undefined; to?: string | undefined };
const mostExported = 100_000;

const filterOf = ({ from, to, ...rest }: Asked): TrailFilter => ({ ...rest, from: from ? startOfDay(from) : undefined, until: to ? endOfDay(to) : undefined });

/** The trail of the region, newest first; reading it changes nothing. */
export async function listAudit({ tx, regionId }: Call, { after, limit, ...asked }: Asked & { after?: string | undefined; limit: number }) {
  const rows = await trailRows(tx, regionId, { ...filterOf(asked), after }, limit + 1);
  const shown = rows.slice(0, limit).map(lineOf);
  return yes({ rows: shown, next: rows.length > limit ? shown.at(-1)?.id ?? null : null });
}

const lineOf = (row: Awaited<ReturnType<typeof trailRows>>[number]): AuditLine => ({
  id: row.id, at: row.happened_at, accountId: row.account_id, role: row.role, act: row.act, subject: row.subject,
  detail: row.detail as Record<string, unknown>, sealed: row.position !== null,
});

/** The trail as CSV; every cell is quoted, and none can become a formula. That it was handed out is itself a line of the trail. */
export async function exportAudit(call: Call, asked: Asked) {
  const { tx, regionId, clock } = call;
  const rows = await trailRows(tx, regionId, filterOf(asked), mostExported);
  await audit(call, { act: 'audit.export', subject: regionId, detail: { lines: rows.length } });
  const lines = rows.map((row) => [row.id, row.happened_at.toISOString(), row.account_id, row.role, row.act, row.subject, JSON.stringify(row.detail), row.position ?? '']);
  const text = [['id', 'at', 'account', 'role', 'act', 'subject', 'detail', 'position'], ...lines].map((line) => line.map(cell).join(',')).join('\r\n');
  const file: Download = { fileName: `audit-${regionId}-${clock.today()}.csv`, mediaType: 'text/csv; charset=utf-8', content: new TextEncoder().encode(`\uFEFF${text}\r\n`) };
  return yes(file);
}

const cell = (value: string | number): string => {
  const text = String(value).replaceAll('"', '""');
  return `"${/^[=+\-@\t\r]/.test(text) ? `'${text}` : text}"`;
};
