import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { call, onlyRecall } from '../support/recalls.ts';
import { revokeFlags } from '../support/revoke.ts';
import { callOnScreen } from '../support/screen.ts';
import { NOTIFY_ID, setStage } from '../support/stage.ts';

describe('unpush recalls forget', () => {
  it('deletes the targets that were kept, and keeps the record and the evidence', async () => {
    await using stage = await setStage({ phones: 12 });
    const flags = ['revoke', ...stage.flags, '--notify-id', `${NOTIFY_ID}`, '--confirm', `${NOTIFY_ID}`];
    const stdin = stage.tokens.join('\n');
    await call(stage, [...flags, '--tokens', '-', '--token', 'nobody-has-this'], { stdin });
    const id = await onlyRecall(stage);
    const folder = stage.file(`.local/state/unpush/${id}`);
    expect(await readdir(`${folder}/spool`)).toHaveLength(2);
    const { exit, stderr } = await call(stage, ['recalls', 'forget', id]);
    expect(exit).toBe(0);
    expect(stderr).toBe(
      `Recall ${id} is forgotten: the targets that unpush kept are deleted, its record and evidence are still there.\n`,
    );
    expect(await readdir(folder)).not.toContain('spool');
    expect((await call(stage, ['recalls', 'list'])).stdout).toContain(`${id}  forgotten  3114932`);
    expect((await call(stage, ['recalls', 'show', id])).stdout).toMatch(/accepted +12 /);
    expect((await call(stage, ['recalls', 'evidence', id, 'evidence.ndjson'])).exit).toBe(0);
    expect((await call(stage, ['verify', 'evidence.ndjson'])).exit).toBe(0);
    for (const command of ['report', 'resume']) {
      const refused = await call(stage, ['recalls', command, id]);
      expect(refused.exit).toBe(2);
      expect(refused.stderr).toContain(`recall ${id} is forgotten: its targets were deleted`);
    }
  });

  it('frees the notification for another recall, and says what cannot be gone on with', async () => {
    await using stage = await setStage({ phones: 12 });
    stage.running.emulator.faults.add({ skip: 1, times: 1, action: { type: 'code', code: '80300032' } });
    await call(stage, await revokeFlags(stage));
    const id = await onlyRecall(stage);
    const refused = await call(stage, ['recalls', 'forget', id]);
    expect(refused.exit).toBe(2);
    expect(refused.stderr).toContain(
      `recall ${id} is not finished (stopped; 2 targets left), and cannot be gone on with once it is forgotten: nothing was deleted; give --confirm ${id} if that is meant`,
    );
    const other = await call(stage, ['recalls', 'forget', id, '--confirm', 'r-0000']);
    expect(other.stderr).toContain(`--confirm is "r-0000", but the recall is ${id}: nothing was deleted`);
    const asked = await callOnScreen(['recalls', 'forget', id], {
      cwd: stage.folder,
      steps: [{ see: 'Type the id', type: 'r-0000\r' }],
    });
    expect(asked.exit).toBe(2);
    expect(asked.stderr).toContain(`"r-0000" is not the id ${id}: nothing was deleted`);
    const { stderr } = await call(stage, ['recalls', 'forget', id, '--confirm', id]);
    expect(stderr).toContain('It was not finished: 2 targets cannot be gone on with.\n');
    expect((await call(stage, ['recalls', 'show', id])).stdout).not.toContain('recalls resume');
    expect((await call(stage, await revokeFlags(stage))).exit).toBe(0);
  });
});
