import { colToLetter, type WriteSheet } from 'hucre/xlsx';
import { yes, type Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import type { Download } from '#platform/server/serve.ts';
import type { Column, Template } from '../domain/template.ts';
import { headStyle, sheetMediaType, textStyle, writeSheets } from './writeSheet.ts';
import { rosterTemplate } from './rosterTemplate.ts';

const preparedRows = 5_000;

/** The roster template as Excel: the sheet to fill with its lists to choose from, the notes, and the code lists. */
export async function templateSheet(call: Call): Promise<Answer<Download>> {
  const template = rosterTemplate(call.region);
  const content = await writeSheets([rosterSheet(template), notesSheet(call, template), codesSheet(template)], call.clock.now());
  return yes({ fileName: `${template.name}-${template.version}.xlsx`, mediaType: sheetMediaType, content });
}

const choicesOf = (column: Column): string[] => (column.kind.enum?.values ?? []).map((value) => value.name);

function rosterSheet(template: Template): WriteSheet {
  const { columns, sheet } = template;
  const coded = columns.filter((column) => column.kind.enum);
  return {
    name: sheet,
    columns: columns.map((column) => ({ width: Math.max(12, column.name.length * 2 + 4), style: textStyle })),
    rows: [columns.map((column) => (column.required ? `*${column.name}` : column.name))],
    cells: new Map(columns.map((column, at) => [`0,${at}`, { value: column.required ? `*${column.name}` : column.name, type: 'string', style: headStyle }])),
    freezePane: { rows: 1, columns: 2 },
    dataValidations: coded.map((column) => {
      const letter = colToLetter(columns.indexOf(column));
      const list = colToLetter(coded.indexOf(column));
      return { type: 'list', formula1: `'${template.codesSheet}'!$${list}$2:$${list}$${choicesOf(column).length + 1}`, range: `${letter}2:${letter}${preparedRows}`, allowBlank: true, showErrorMessage: true };
    }),
  };
}

function notesSheet({ say }: Call, template: Template): WriteSheet {
  const heads = ['column', 'required', 'holds', 'example', 'note'].map((key) => say(`exchange.notes.${key}`));
  const line = (column: Column) => [
    column.name, say(column.required ? 'exchange.yes' : 'exchange.no'), say(`exchange.type.${column.kind.type}`, { unit: column.kind.unit ?? '' }), column.example,
    [column.note, choicesOf(column).length > 0 ? say('exchange.notes.seeCodes', { sheet: template.codesSheet }) : ''].filter(Boolean).join(' '),
  ];
  return {
    name: template.notesSheet,
    columns: [16, 8, 14, 26, 60].map((width) => ({ width })),
    rows: [heads, ...template.columns.map(line), [], [say('exchange.notes.version', { version: template.version })]],
    freezePane: { rows: 1 },
  };
}

function codesSheet(template: Template): WriteSheet {
  const coded = template.columns.filter((column) => column.kind.enum);
  const depth = Math.max(0, ...coded.map((column) => choicesOf(column).length));
  return {
    name: template.codesSheet,
    columns: coded.map(() => ({ width: 16 })),
    rows: [coded.map((column) => column.name), ...Array.from({ length: depth }, (_, at) => coded.map((column) => choicesOf(column)[at] ?? null))],
    freezePane: { rows: 1 },
  };
}
