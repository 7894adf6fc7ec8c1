import { z } from 'zod';
import { signedIn } from '#platform/domain/actor.ts';
import { pageOf, PageQuery, route } from '#platform/domain/contract.ts';
import { policyExportContract } from './policyExportContract.ts';
import { expertImportContract } from './expertImportContract.ts';
import { Decision, Severity } from './problem.ts';

/** A file that goes out. */
const Download = z.custom<{ fileName: string; mediaType: string; content: Uint8Array }>((value) => typeof value === 'object' && value !== null);

const shownText = z.string().max(2000);
/** A list as a page shows it: its name, its heads, its rows as text. */
export const ShownList = z.object({ title: z.string().min(1).max(100), heads: z.array(shownText).min(1).max(40), rows: z.array(z.array(shownText).max(40)).max(2000) });
export type ShownList = z.output<typeof ShownList>;

const Params = z.record(z.string(), z.union([z.string(), z.number()]));

/** Where an import is: looked at, waiting for the sender, going in, in, or given up. */
export const ImportStage = z.enum(['checking', 'checked', 'committing', 'committed', 'cancelled', 'refused']);

/** All rows must be right, or only the right ones go in. */
export const ImportMode = z.enum(['all', 'good']);
export type ImportMode = z.infer<typeof ImportMode>;

/** An import as its institution sees it. */
export const RosterImport = z.object({
  importId: z.string(),
  fileName: z.string(),
  fileBytes: z.int(),
  templateVersion: z.string(),
  stage: ImportStage,
  mode: ImportMode.nullable(),
  /** Why the last run ended without going in. */
  failure: z.object({ reason: z.string(), params: Params }).nullable(),
  progress: z.object({ done: z.int(), total: z.int() }).nullable(),
  counts: z.object({
    rows: z.int(), good: z.int(), refused: z.int(), confirm: z.int(), corrected: z.int(), flagged: z.int(), added: z.int(), updated: z.int(),
  }),
  /** Decisions taken since the last check. */
  undecidedChanges: z.boolean(),
  askedAt: z.string(),
  checkedAt: z.string().nullable(),
  committedAt: z.string().nullable(),
});
export type RosterImport = z.infer<typeof RosterImport>;

/** One problem of a file with its place and what was decided about it. */
export const ListedProblem = z.object({
  position: z.int(), sheet: z.string(), row: z.int(), column: z.string(), reason: z.string(), severity: Severity,
  params: Params, fix: z.string().nullable(), decision: Decision.nullable(),
});
export type ListedProblem = z.infer<typeof ListedProblem>;

const ImportPath = z.object({ importId: z.string() });
const Place = z.object({ row: z.int().positive(), column: z.string().max(100) });

/** The doors of Excel and CSV, in and out. */
export const exchangeContract = {
  ...expertImportContract,
  rosterTemplate: route({
    method: 'GET', path: '/api/imports/template', may: ['employer', 'bureau'], summary: 'The roster template as Excel, with notes and code lists', response: Download, file: 'out',
  }),
  rosterColumns: route({
    method: 'GET', path: '/api/imports/columns', may: ['employer', 'bureau'], summary: 'The columns of the roster template',
    response: z.object({ version: z.string(), name: z.string(), columns: z.array(z.object({ name: z.string(), required: z.boolean(), example: z.string(), note: z.string() })) }),
  }),
  uploadRoster: route({
    method: 'POST', path: '/api/imports', may: ['employer'], summary: 'Takes a roster file and starts its dry run', file: 'in', response: z.object({ importId: z.string() }),
  }),
  listImports: route({
    method: 'GET', path: '/api/imports', may: ['employer', 'bureau'], summary: 'Imports, newest first', query: PageQuery, response: pageOf(RosterImport),
  }),
  viewImport: route({
    method: 'GET', path: '/api/imports/:importId', may: ['employer', 'bureau'], summary: 'One import with its progress', params: ImportPath, response: RosterImport,
  }),
  listProblems: route({
    method: 'GET', path: '/api/imports/:importId/problems', may: ['employer', 'bureau'], summary: 'What is wrong with a file, row by row', params: ImportPath,
    query: z.object({ severity: Severity.optional(), after: z.coerce.number().int().optional(), limit: z.coerce.number().int().min(1).max(500).default(100) }),
    response: z.object({ rows: z.array(ListedProblem), next: z.number().nullable() }),
  }),
  decideProblems: route({
    method: 'POST', path: '/api/imports/:importId/decisions', may: ['employer'], summary: 'Takes a fix, undoes a correction, updates a known person or takes one as new', params: ImportPath,
    body: z.object({ decision: Decision.nullable(), places: z.array(Place).max(1000).optional(), reason: z.string().max(40).optional() }),
    response: z.object({ decided: z.int() }),
  }),
  checkImport: route({
    method: 'POST', path: '/api/imports/:importId/check', may: ['employer'], summary: 'Checks the file again with the decisions taken', params: ImportPath, response: z.object({}),
  }),
  commitImport: route({
    method: 'POST', path: '/api/imports/:importId/commit', may: ['employer'], summary: 'Enters the rows: all of them, or only the right ones', params: ImportPath,
    body: z.object({ mode: ImportMode }), response: z.object({}),
  }),
  cancelImport: route({
    method: 'POST', path: '/api/imports/:importId/cancel', may: ['employer'], summary: 'Stops an import; nothing of it stays', params: ImportPath, response: z.object({}),
  }),
  exportRoster: route({
    method: 'GET', path: '/api/exports/roster', may: ['employer', 'bureau'], summary: 'The people within scope as Excel, every column described; over 10,000 rows only with a purpose',
    query: z.object({ purpose: z.string().max(200).optional() }), response: Download, file: 'out',
  }),
  exportLedger: route({
    method: 'GET', path: '/api/exports/ledger', may: ['bureau', 'employer', 'leader'], summary: 'The ledger at the end of a day as Excel', query: z.object({ day: z.iso.date().optional() }), response: Download, file: 'out',
  }),
  exportQueue: route({
    method: 'GET', path: '/api/exports/queue', may: ['employer', 'bureau'], summary: 'A view of the work queue as Excel; over 10,000 rows only with a purpose',
    query: z.object({ view: z.enum(['all', 'mine', 'others', 'ended']).default('all'), programme: z.string().max(60).optional(), purpose: z.string().max(200).optional() }), response: Download, file: 'out',
  }),
  exportReviewRound: route({
    method: 'GET', path: '/api/exports/review-round', may: ['bureau'], summary: 'The files of a review round with their scores as Excel', query: z.object({ reviewRoundId: z.string().max(60) }), response: Download, file: 'out',
  }),
  exportShown: route({
    method: 'POST', path: '/api/exports/shown', may: signedIn, asks: true,
    summary: 'The rows of a list as the page shows them, as Excel', body: ShownList, response: Download, file: 'out',
  }),
  ...policyExportContract,
  problemSheet: route({
    method: 'GET', path: '/api/imports/:importId/problems.xlsx', may: ['employer'], summary: 'The bad rows with their reasons, to be put right and sent again', params: ImportPath, response: Download, file: 'out',
  }),
};
