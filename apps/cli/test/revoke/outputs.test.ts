import { open, readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { SummaryObject } from '../../src/session/summary/summary-object.ts';
import { revokeFlags } from '../support/revoke.ts';
import { spawnCli } from '../support/spawn-cli.ts';
import { NOTIFY_ID, setStage, type Stage } from '../support/stage.ts';

/** Flags of a recall from standard input. */
const fromStdin = (stage: Stage): readonly string[] => [
  'revoke',
  ...stage.flags,
  '--notify-id',
  String(NOTIFY_ID),
  '--confirm',
  String(NOTIFY_ID),
  '--tokens',
  '-',
  '--json',
];

describe('a recall whose output nobody takes', () => {
  it('ends as it would, and keeps what it was given, when the reader of stdout has gone', async () => {
    await using stage = await setStage();
    const cli = spawnCli(fromStdin(stage), {
      cwd: stage.folder,
      env: { XDG_STATE_HOME: stage.file('state') },
    });
    cli.child.stdout?.destroy();
    cli.child.stdin?.end(`${stage.tokens.join('\n')}\nnobody-has-this-token\n`);
    const { exit, stderr } = await cli.result;
    expect(stderr).toContain('rejected');
    expect(exit).toBe(3);
    expect(stage.revoked()).toEqual(new Set(stage.tokens));
    const [recallId = ''] = (await readdir(stage.file('state/unpush'))).filter((name) =>
      name.startsWith('r-'),
    );
    expect(await readdir(stage.file(`state/unpush/${recallId}/spool`))).toHaveLength(1);
  });

  it('goes on when the reader of stderr has gone', async () => {
    await using stage = await setStage();
    const cli = spawnCli([...(await revokeFlags(stage)), '--json'], { cwd: stage.folder });
    cli.child.stderr?.destroy();
    const { exit, stdout } = await cli.result;
    expect((JSON.parse(stdout) as SummaryObject).targets.accepted).toBe(3);
    expect(exit).toBe(0);
  });

  it('goes on when stderr is full', async () => {
    await using stage = await setStage();
    await using full = await open('/dev/full', 'w');
    const cli = spawnCli([...(await revokeFlags(stage)), '--json'], {
      cwd: stage.folder,
      to: { stderr: full },
    });
    const { exit, stdout } = await cli.result;
    expect((JSON.parse(stdout) as SummaryObject).targets.accepted).toBe(3);
    expect(exit).toBe(0);
  });

  it.each([
    ['all is well: then with 1', [], 1],
    ['a target was refused: then with 3 as ever', ['--token', 'nobody-has-this-token'], 3],
  ] as const)(
    'does not end with 0 when stdout is full, for its JSON is lost, though %s',
    async (_, more, expected) => {
      await using stage = await setStage();
      await using full = await open('/dev/full', 'w');
      const cli = spawnCli([...(await revokeFlags(stage)), '--json', ...more], {
        cwd: stage.folder,
        to: { stdout: full },
      });
      const { exit, stderr } = await cli.result;
      expect(stderr).toMatch(/^error not all could be written to standard output: ENOSPC/m);
      expect(stderr).toContain('finished after');
      expect(exit).toBe(expected);
      expect(stage.revoked()).toEqual(new Set(stage.tokens));
    },
  );
});

describe('a command whose reader has gone', () => {
  it('ends quietly', async () => {
    const cli = spawnCli(['explain', '--help']);
    cli.child.stdout?.destroy();
    expect(await cli.result).toEqual({ exit: 0, signal: null, stdout: '', stderr: '' });
  });
});
