import { readFile } from 'node:fs/promises';
import { no, yes } from '#platform/domain/answer.ts';
import { serve } from '#platform/server/serve.ts';
import { exchangeContract } from '../domain/contract.ts';
import { cancelImport } from './cancelImport.ts';
import { decideProblems } from './decideProblems.ts';
import { exportEntitlements } from './exportEntitlements.ts';
import { exportLedger } from './exportLedger.ts';
import { exportReviewRound } from './exportReviewRound.ts';
import { exportQueue } from './exportQueue.ts';
import { exportRoster } from './exportRoster.ts';
import { exportShown } from './exportShown.ts';
import { exportSandbox } from './exportSandbox.ts';
import './jobs.ts';
import { problemSheet } from './problemSheet.ts';
import { rosterTemplate } from './rosterTemplate.ts';
import { checkImport, commitImport } from './startRun.ts';
import { templateSheet } from './templateSheet.ts';
import { expertColumns, importExperts } from './importExperts.ts';
import { uploadRoster } from './uploadRoster.ts';
import { listImports, listProblems, viewImport } from './viewImport.ts';

/** What the routes of exchange do. */
export const exchangeRoutes = serve(exchangeContract, {
  expertColumns: async (_, call) => yes({ columns: expertColumns(call) }),
  importExperts: async ({ body, upload }, call) => (upload ? importExperts(call, { content: await readFile(upload.path), enter: body.enter === 'yes' }) : no('fileNeeded')),
  rosterTemplate: (_, call) => templateSheet(call),
  rosterColumns: async (_, call) => {
    const { version, name, columns } = rosterTemplate(call.region);
    return yes({ version, name, columns: columns.map((column) => ({ name: column.name, required: column.required, example: column.example, note: column.note })) });
  },
  uploadRoster: async ({ upload }, call) => (upload ? uploadRoster(call, { shownName: upload.shownName, content: await readFile(upload.path) }) : no('fileNeeded')),
  listImports: ({ query }, call) => listImports(call, query),
  viewImport: ({ params }, call) => viewImport(call, params),
  listProblems: ({ params, query }, call) => listProblems(call, { ...params, ...query }),
  decideProblems: ({ params, body }, call) => decideProblems(call, { ...params, ...body }),
  checkImport: ({ params }, call) => checkImport(call, params),
  commitImport: ({ params, body }, call) => commitImport(call, { ...params, ...body }),
  cancelImport: ({ params }, call) => cancelImport(call, params),
  exportRoster: ({ query }, call) => exportRoster(call, query),
  exportLedger: ({ query }, call) => exportLedger(call, query),
  exportReviewRound: ({ query }, call) => exportReviewRound(call, query),
  exportQueue: ({ query }, call) => exportQueue(call, query),
  exportShown: ({ body }, call) => exportShown(call, body),
  exportSandbox: ({ query }, call) => exportSandbox(call, query),
  exportEntitlements: ({ query }, call) => exportEntitlements(call, query),
  problemSheet: ({ params }, call) => problemSheet(call, params),
});
