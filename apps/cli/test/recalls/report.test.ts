import { stat } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { callCli } from '../support/call-cli.ts';
import { call, linesOf, onlyRecall, reportIn, targetsWith } from '../support/recalls.ts';
import { revokeFlags } from '../support/revoke.ts';
import { setStage } from '../support/stage.ts';

describe('unpush recalls report', () => {
  it('prints the same lines that --report wrote', async () => {
    await using stage = await setStage({ phones: 12 });
    stage.running.emulator.faults.add({ skip: 1, times: 1, action: { type: 'code', code: '80300032' } });
    const path = await stage.write('list.txt', `split in two\n${stage.tokens.join('\n')}\n`);
    const flags = (await revokeFlags(stage)).with(-1, path);
    await call(stage, [...flags, '--report', 'left.ndjson']);
    const { exit, stdout } = await callCli(['recalls', 'report', await onlyRecall(stage)], {
      cwd: stage.folder,
    });
    expect(exit).toBe(0);
    const lines = linesOf(stdout);
    expect(lines).toEqual(await reportIn(stage, 'left.ndjson'));
    expect(lines.map(({ outcome }) => outcome)).toEqual(['malformed', 'not-attempted', 'not-attempted']);
    expect(lines[1]).toMatchObject({
      target: stage.tokens[10],
      outcome: 'not-attempted',
      source: { file: path, line: 12 },
    });
  });

  it('has a line for each target with --all, in a file of mode 0600', async () => {
    await using stage = await setStage({ phones: 12 });
    await call(stage, [...(await revokeFlags(stage)), '--token', 'nobody-has-this']);
    const id = await onlyRecall(stage);
    const { exit, stderr } = await call(stage, ['recalls', 'report', id, '--all', '--report', 'all.ndjson']);
    expect(exit).toBe(0);
    expect(stderr).toBe(`${stage.file('all.ndjson')}: 13 lines\n`);
    const lines = await reportIn(stage, 'all.ndjson');
    expect(targetsWith(lines, 'accepted')).toEqual(stage.revoked());
    expect(lines.at(-1)).toMatchObject({ target: 'nobody-has-this', outcome: 'rejected' });
    expect(lines[0]?.requestId).toMatch(/^\d+$/);
    expect((await stat(stage.file('all.ndjson'))).mode & 0o777).toBe(0o600);
    const again = await call(stage, ['recalls', 'report', id, '--report', 'all.ndjson']);
    expect(again.exit).toBe(2);
    expect(again.stderr).toContain('exists already');
  });
});
