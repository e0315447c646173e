import { describe, expect, it } from 'vitest';
import { beginSlowly, call, listed, onlyRecall } from '../support/recalls.ts';
import { revokeFlags } from '../support/revoke.ts';
import { setStage } from '../support/stage.ts';

describe('a second recall of the same notification', () => {
  it('is refused before the list is read, naming the first; --again begins it', async () => {
    await using stage = await setStage({ phones: 60 });
    const cli = await beginSlowly(stage);
    cli.child.kill('SIGINT');
    await cli.result;
    const id = await onlyRecall(stage);
    const flags = await revokeFlags(stage);
    const refused = await call(stage, flags);
    expect(refused.exit).toBe(2);
    expect(refused.stderr).toMatch(
      new RegExp(`recall ${id} of the same notification, begun \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d \\S+ at `),
    );
    expect(refused.stderr).toContain(
      ` at ${stage.running.url}, is not finished (stopped): nothing was sent; go on with it:\n  unpush recalls resume ${id}\nor begin another one beside it with --again\n`,
    );
    const elsewhere = await call(stage, [...flags, '--endpoint', 'http://127.0.0.1:9']);
    expect(elsewhere.stderr).toContain(
      `nothing was sent; this one goes to http://127.0.0.1:9: begin it beside the other with --again, or go on with it:\n  unpush recalls resume ${id}\n`,
    );
    expect(refused.stderr).not.toContain('Reading the targets');
    const dry = await call(stage, [...flags, '--dry-run']);
    expect(dry.exit).toBe(0);
    expect(dry.stderr).toContain(`warning recall ${id} of the same notification is there (stopped)`);
    const again = await call(stage, [...flags, '--again']);
    expect(again.exit).toBe(0);
    expect(again.stderr).toContain('is there (stopped): this one is begun beside it (--again).');
    expect(again.stderr).not.toContain('needs --again');
    expect((await listed(stage)).map(({ state }) => state).sort()).toEqual(['finished', 'stopped']);
  });

  it('is free to begin once the first is finished', async () => {
    await using stage = await setStage();
    const flags = await revokeFlags(stage);
    expect((await call(stage, flags)).exit).toBe(0);
    expect((await call(stage, flags)).exit).toBe(0);
  });
});

describe('a second recall of the same notification while the first is under way', () => {
  it('is told to wait, not to resume it', async () => {
    await using stage = await setStage({ phones: 60 });
    const cli = await beginSlowly(stage);
    const id = await onlyRecall(stage);
    const refused = await call(stage, await revokeFlags(stage));
    cli.child.kill('SIGINT');
    await cli.result;
    expect(refused.exit).toBe(2);
    expect(refused.stderr).toContain(
      `is under way in another process: nothing was sent; wait for its end; look at it with:\n  unpush recalls show ${id}\n`,
    );
    expect(refused.stderr).not.toContain('recalls resume');
  });
});

describe('a recall beside another one of the same app', () => {
  it('says that they do not share the pace', async () => {
    await using stage = await setStage({ phones: 60 });
    const cli = await beginSlowly(stage);
    const id = await onlyRecall(stage);
    const flags = ['revoke', ...stage.flags, '--notify-id', '7', '--token', 'nobody-has-this'];
    const dry = await call(stage, [...flags, '--dry-run']);
    cli.child.kill('SIGINT');
    await cli.result;
    expect(dry.stderr).toContain(
      `warning ${id} of this app is under way in other processes. Separate processes do not share the pace`,
    );
  });
});
