export { exportSheet, type ExportColumn, type ExportTable } from './exportSheet.ts';
export { rosterTemplate } from './rosterTemplate.ts';
export { uploadRoster } from './uploadRoster.ts';
export { commitImport } from './startRun.ts';
