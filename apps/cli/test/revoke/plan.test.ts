import { describe, expect, it } from 'vitest';
import { call } from '../support/recalls.ts';
import { callOnScreen } from '../support/screen.ts';
import { NOTIFY_ID, setStage, type Stage } from '../support/stage.ts';

const flagsFor = (stage: Stage, path: string): readonly string[] => [
  ...['revoke', ...stage.flags, '--notify-id', `${NOTIFY_ID}`, '--confirm', `${NOTIFY_ID}`],
  ...['--tokens', path],
];

describe('the plan of a recall', () => {
  it('names the column, the ledger, and what finds the speed', async () => {
    await using stage = await setStage();
    const rows = stage.tokens.map((token, index) => `${index},${token}`);
    const path = await stage.write('users.csv', `user,push\n${rows.join('\n')}\n`);
    const { exit, stderr } = await call(stage, [...flagsFor(stage, path), '--column', 'push', '--dry-run']);
    expect(exit).toBe(0);
    expect(stderr).toContain(`  from          ${path} (csv, column push, 3 entries)\n`);
    expect(stderr).toContain(`  ledger        ${stage.file('.local/state/unpush')}\n`);
    expect(stderr).toContain(
      "  time          unknown: it finds the vendor's speed by itself (give --quota for an estimate)\n",
    );
  });

  it('keeps within the width of a screen', async () => {
    await using stage = await setStage();
    const lines = ['a b', 'c d', 'e f', ...stage.tokens];
    const path = await stage.write('list.txt', lines.join('\n'));
    const { stderr } = await callOnScreen([...flagsFor(stage, path), '--dry-run'], {
      cwd: stage.folder,
      env: { HOME: stage.folder, NO_COLOR: '1' },
      columns: 80,
    });
    const plan = stderr.split('\n').filter((line) => line.startsWith('  ') && line.includes(' '));
    expect(plan.length).toBeGreaterThan(8);
    expect(plan.filter((line) => line.length > 80 && line.trim().includes(' '))).toEqual(
      plan.filter((line) => line.length > 80 && /^ +\w+ +\/\S+$/.test(line)),
    );
  });
});

describe('a list that is mostly malformed', () => {
  const words = 'MOST OF THIS LIST IS MALFORMED: 4 of 7 entries are no tokens.';
  const listOf = (stage: Stage): Promise<string> =>
    stage.write('list.txt', ['a b', 'c d', 'e f', 'g h', ...stage.tokens].join('\n'));

  it('is said loudly, and passes with --confirm where nobody can be asked', async () => {
    await using stage = await setStage();
    const { exit, stderr } = await call(stage, flagsFor(stage, await listOf(stage)));
    expect(stderr).toContain(`warning ${words}`);
    expect(exit).toBe(3);
  });

  it('is asked about on a screen, though --confirm was given', async () => {
    await using stage = await setStage();
    const sitting = { cwd: stage.folder, env: { HOME: stage.folder, NO_COLOR: '1' }, columns: 200 };
    const { exit, stderr } = await callOnScreen(flagsFor(stage, await listOf(stage)), {
      ...sitting,
      steps: [{ see: 'though most of the list is malformed', type: 'no\r' }],
    });
    expect(stderr).toContain(words);
    expect(stderr).toContain('"no" is not the notifyId 3114932: nothing was sent');
    expect(exit).toBe(2);
    expect(stage.running.emulator.requests.list()).toHaveLength(0);
  });
});
