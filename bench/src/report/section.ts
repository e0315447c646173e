import { renderTable, type Table } from './table.ts';

/** What one benchmark found. */
export interface Section {
  readonly title: string;
  /** How it was measured, in a paragraph. */
  readonly about: string;
  readonly tables: readonly Table[];
  readonly goals: readonly Goal[];
}

/** A figure that is promised, and what it came to. */
export interface Goal {
  readonly what: string;
  readonly rival: string;
  readonly goal: string;
  readonly measured: string;
  readonly isMet: boolean;
}

/** A section as Markdown. */
export function renderSection({ title, about, tables, goals }: Section): string {
  return [`## ${title}`, about, ...tables.map(renderTable), renderGoals(goals)].join('\n\n');
}

/** The promises, one a line. */
export function renderGoals(goals: readonly Goal[]): string {
  return renderTable({
    columns: ['figure', 'against', 'goal', 'measured', ''],
    rows: goals.map(({ what, rival, goal, measured, isMet }) => [
      what,
      rival,
      goal,
      measured,
      isMet ? 'met' : '**missed**',
    ]),
  });
}
