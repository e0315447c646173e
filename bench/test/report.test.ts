import { describe, expect, it } from 'vitest';
import { renderPage } from '../src/report/page.ts';
import { renderSection } from '../src/report/section.ts';
import { renderTable } from '../src/report/table.ts';

const SECTION = {
  title: '(e) Start-up',
  about: 'In pairs.',
  tables: [{ columns: ['program', 'ms'], rows: [['node', '40']] }],
  goals: [
    { what: 'wall', rival: 'node', goal: '≤ 1.5 ×', measured: '1.40 ×', isMet: true },
    { what: 'wall', rival: 'deno', goal: '≤ 1.5 ×', measured: '1.60 ×', isMet: false },
  ],
};

describe('a table', () => {
  it('has its columns in line', () => {
    expect(
      renderTable({
        columns: ['k', 'requests'],
        rows: [
          ['1', '21'],
          ['50', '453 (431–477)'],
        ],
      }),
    ).toBe(
      `| k   | requests      |
|-----|---------------|
| 1   | 21            |
| 50  | 453 (431–477) |`,
    );
  });
});

describe('a section', () => {
  it('says how it was measured, what came out, and which goals are met', () => {
    expect(renderSection(SECTION)).toBe(`## (e) Start-up

In pairs.

| program | ms  |
|---------|-----|
| node    | 40  |

| figure | against | goal    | measured |            |
|--------|---------|---------|----------|------------|
| wall   | node    | ≤ 1.5 × | 1.40 ×   | met        |
| wall   | deno    | ≤ 1.5 × | 1.60 ×   | **missed** |`);
  });
});

describe('the page', () => {
  it('names the machine and the day', () => {
    const page = renderPage([SECTION], { machine: 'A fast one, 2 cores', date: '2026-01-31', minutes: 19.6 });
    expect(page).toContain('on 2026-01-31, in 20 minutes');
    expect(page).toContain('Machine: A fast one, 2 cores.');
    expect(page).toContain('## (e) Start-up');
    expect(page.endsWith('|\n')).toBe(true);
  });
});
