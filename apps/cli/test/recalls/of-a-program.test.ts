import { readFile } from 'node:fs/promises';
import { directoryStore, openLedgers } from '@unpush/recall/node';
import { describe, expect, it } from 'vitest';
import { openRecordedInput } from '../../src/input/open-recorded-input.ts';
import { ledgersOf, recallOfProgram } from '../support/recall-of-a-program.ts';
import { call, listed, reportIn, targetsWith } from '../support/recalls.ts';
import { revokeFlags } from '../support/revoke.ts';
import { setStage } from '../support/stage.ts';

describe('a recall that a program has made by a store of its own', () => {
  it('is listed and shown as any other', async () => {
    await using stage = await setStage({ phones: 30 });
    const id = await recallOfProgram(stage, { targets: stage.tokens });
    expect(await listed(stage)).toMatchObject([
      { recallId: id, state: 'finished', targets: { read: 30, accepted: 30 } },
    ]);
    const table = await call(stage, ['recalls', 'list']);
    expect(table.stdout).toContain(`${id}  finished  3114932`);
    const { exit, stdout } = await call(stage, ['recalls', 'show', id]);
    expect(exit).toBe(0);
    expect(stdout).toContain(`client id ${stage.clientId}`);
    expect(stdout).toContain('targets (txt, 30 entries)');
  });

  it('has a report, target by target, which the vendor agrees with', async () => {
    await using stage = await setStage({ phones: 20 });
    const id = await recallOfProgram(stage, { targets: [...stage.tokens, '', 'IQAAAACy nobody'] });
    const { exit } = await call(stage, ['recalls', 'report', id, '--all', '--report', 'all.ndjson']);
    expect(exit).toBe(0);
    const lines = await reportIn(stage, 'all.ndjson');
    expect(targetsWith(lines, 'accepted')).toEqual(stage.revoked());
    expect(targetsWith(lines, 'malformed')).toEqual(new Set(['', 'IQAAAACy nobody']));
    expect(lines[0]).toMatchObject({ outcome: 'malformed', source: { file: 'targets', line: 21 } });
    expect(lines).toHaveLength(22);
  });

  it('stops reading its list again as soon as a person interrupts', async () => {
    await using stage = await setStage({ phones: 20 });
    const id = await recallOfProgram(stage, { targets: stage.tokens });
    const directory = ledgersOf(stage);
    using reader = openLedgers({ directory }).read(id);
    const signal = AbortSignal.abort(new Error('interrupted'));
    await expect(openRecordedInput(reader, { directory, signal })).rejects.toThrow('interrupted');
  });

  it('has evidence that holds, about the targets that the program was given', async () => {
    await using stage = await setStage({ phones: 20 });
    const id = await recallOfProgram(stage, { targets: stage.tokens });
    const files = [stage.file('evidence.ndjson'), '--with-key', stage.file('evidence.key')];
    expect((await call(stage, ['recalls', 'evidence', id, ...files])).exit).toBe(0);
    const list = await stage.write('tokens.txt', stage.tokens.map((token) => `${token}\n`).join(''));
    const { exit, stdout } = await call(stage, [
      ...['verify', stage.file('evidence.ndjson')],
      ...['--tokens', list, '--evidence-key', stage.file('evidence.key')],
    ]);
    expect({ exit, stdout }).toMatchObject({ exit: 0 });
    expect(await readFile(stage.file('evidence.ndjson'), 'utf8')).toContain('"the program":"1.0.0"');
  });

  it('goes on by that program only, and the command line says so', async () => {
    await using stage = await setStage({ phones: 1200 });
    const id = await recallOfProgram(stage, { targets: stage.tokens, stopped: true });
    const { exit, stderr } = await call(stage, ['recalls', 'resume', id]);
    expect(exit).toBe(2);
    expect(stderr).toBe(
      `error recall ${id} was begun by a program that uses unpush, which alone has the app and the key to go on with it: nothing was sent; resume it there, or begin another one beside it with --again\n`,
    );
  });

  it('stands in the way of another of the same notification, which is not told to resume it', async () => {
    await using stage = await setStage({ phones: 1200 });
    const id = await recallOfProgram(stage, { targets: stage.tokens, stopped: true });
    const flags = await revokeFlags(stage);
    const refused = await call(stage, flags);
    expect(refused.exit).toBe(2);
    expect(refused.stderr).toContain(
      `is not finished (stopped): nothing was sent; let the program go on with it that began it; look at it with:\n  unpush recalls show ${id}\nor begin another one beside it with --again\n`,
    );
    const dry = await call(stage, [...flags, '--dry-run']);
    expect(dry.stderr).toContain('(stopped): the program that began it can go on with it, and another one');
  });

  it('is forgotten with its targets, and the program still knows whose it was', async () => {
    await using stage = await setStage({ phones: 20 });
    const id = await recallOfProgram(stage, { targets: stage.tokens });
    expect((await call(stage, ['recalls', 'forget', id, '--confirm', '3114932'])).stderr).toContain(
      `Recall ${id} is forgotten`,
    );
    await using store = directoryStore({ directory: ledgersOf(stage) });
    expect(await store.list()).toMatchObject([
      { recallId: id, forgotten: true, settings: { app: 'shop', reason: 'wrong text' } },
    ]);
  });
});

describe('a recall that the command line has made', () => {
  it('is listed and read by a program, which cannot go on with it', async () => {
    await using stage = await setStage({ phones: 20 });
    const list = await stage.write('tokens.txt', stage.tokens.join('\n'));
    const flags = ['--notify-id', '3114932', '--confirm', '3114932', '--tokens', list];
    await call(stage, ['revoke', ...stage.flags, ...flags]);
    await using store = directoryStore({ directory: ledgersOf(stage) });
    const [listedThere] = await store.list();
    expect(listedThere).toMatchObject({ wanted: 'stop', summary: { state: 'finished' } });
    await using record = await store.read(listedThere!.recallId);
    expect((await record.summary()).targets.accepted).toBe(20);
    await expect(store.open(listedThere!.recallId)).rejects.toMatchObject({ problem: 'unreachable' });
  });
});
