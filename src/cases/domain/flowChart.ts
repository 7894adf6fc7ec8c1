import type { Role } from '#platform/domain/actor.ts';
import type { Programme, Stage } from './programme.ts';

const shape = (name: string, { kind, label }: Stage) => (kind === 'ended' ? `${id(name)}([${label.staff}])` : `${id(name)}[${label.staff}]`);
const id = (name: string) => name.replaceAll('-', '_');

/** The programme as a mermaid flow chart. */
export function flowChart({ stages }: Programme): string {
  const nodes = Object.entries(stages).map(([name, stage]) => `  ${shape(name, stage)}`);
  const edges = Object.entries(stages).flatMap(([name, stage]) =>
    Object.values(stage.actions).map((action) => `  ${id(name)} -- ${action.label} --> ${id(action.to)}`));
  return ['flowchart TD', ...nodes, ...edges].join('\n');
}

/** Who may do what, one row an action, as a Markdown table. */
export function roleTable({ stages }: Programme): string {
  const actions = Object.values(stages).flatMap((stage) => Object.entries(stage.actions).map(([key, action]) => ({ stage: stage.label.staff, key, action })));
  const roles = [...new Set(actions.flatMap(({ action }) => action.by))].toSorted();
  const cell = (by: readonly Role[], role: Role) => (by.includes(role) ? '●' : '');
  const rows = actions.map(({ stage, key, action }) =>
    `| ${stage} | ${action.label} \`${key}\` | ${roles.map((role) => cell(action.by, role)).join(' | ')} | ${action.needs.join(', ')} | ${action.does.join(', ')} |`);
  return [`| | | ${roles.join(' | ')} | needs | does |`, `|${'---|'.repeat(roles.length + 4)}`, ...rows].join('\n');
}

/** The page of a programme in docs/generated. */
export const programmePage = (programme: Programme): string =>
  [`# ${programme.title}`, '', programme.summary, '', ...programme.basis.map(({ document, article }) => `- ${document}，${article}`), '',
    '```mermaid', flowChart(programme), '```', '', roleTable(programme), ''].join('\n');
