import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { call, onlyRecall } from '../support/recalls.ts';
import { revokeFlags } from '../support/revoke.ts';
import { setStage } from '../support/stage.ts';

describe('two files by one name', () => {
  it('are refused before anything is sent', async () => {
    await using stage = await setStage();
    const refused = await call(stage, [
      ...(await revokeFlags(stage)),
      ...['--report', 'one', '--evidence', './x/../one'],
    ]);
    expect(refused.exit).toBe(2);
    expect(refused.stderr).toContain(
      `the report ${stage.file('one')} and the evidence are the same file: nothing was sent; give --report and --evidence a name each`,
    );
    expect(stage.running.emulator.requests.list()).toHaveLength(0);
  });

  it('are refused before anything is written', async () => {
    await using stage = await setStage();
    await call(stage, await revokeFlags(stage));
    const before = await readdir(stage.folder);
    const id = await onlyRecall(stage);
    const refused = await call(stage, ['recalls', 'evidence', id, 'one', '--with-key', 'one']);
    expect(refused.exit).toBe(2);
    expect(refused.stderr).toContain('and the evidence key are the same file');
    expect(await readdir(stage.folder)).toEqual(before);
  });
});
