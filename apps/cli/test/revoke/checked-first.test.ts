import { mkdir, readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { callCli } from '../support/call-cli.ts';
import { revokeFlags } from '../support/revoke.ts';
import { callOnScreen } from '../support/screen.ts';
import { NOTIFY_ID, setStage, type Stage } from '../support/stage.ts';

/** Runs a recall that must be refused before a single target is read. */
async function refused(stage: Stage, args: readonly string[], env = {}): Promise<string> {
  const { exit, stdout, stderr } = await callCli(args, { cwd: stage.folder, env });
  expect(exit).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).not.toContain('Reading the targets');
  expect(stage.running.emulator.requests.list()).toHaveLength(0);
  return stderr;
}

describe.concurrent('before unpush revoke reads the targets, it refuses', () => {
  it.each([[], ['--dry-run']])('a report that cannot be made %j', async (...more) => {
    await using stage = await setStage();
    const flags = [...(await revokeFlags(stage)), ...more];
    await stage.write('earlier.ndjson', 'an earlier one');
    await mkdir(stage.file('directory'));
    const there = await readdir(stage.folder);
    const report = (path: string) => refused(stage, [...flags, '--report', path]);
    expect(await report('earlier.ndjson')).toContain(
      `the report ${stage.file('earlier.ndjson')} exists already, perhaps from an earlier recall: nothing was sent; give --report another name, or move that file away`,
    );
    expect(await report('directory')).toContain(
      `the report ${stage.file('directory')} is a directory: nothing was sent; give --report the name of a file in it`,
    );
    expect(await report('missing/left.ndjson')).toContain(
      `the report ${stage.file('missing/left.ndjson')} cannot be made, for there is no directory ${stage.file('missing')}: nothing was sent; make it, or give --report another path`,
    );
    expect(await report('earlier.ndjson/left.ndjson')).toContain('there is no directory');
    expect(await readdir(stage.folder)).toEqual(there);
  });

  it('a key to sign with that is none, and one with nothing to sign', async () => {
    await using stage = await setStage();
    const flags = [...(await revokeFlags(stage)), '--sign-key', stage.file('sa.json')];
    expect(await refused(stage, flags)).toContain(
      '--sign-key signs the evidence: give --evidence FILE as well',
    );
    expect(await refused(stage, [...flags, '--evidence', 'evidence.ndjson'])).toContain(
      'The signing key cannot be read: it is damaged.',
    );
  });

  it('a language that is not there', async () => {
    await using stage = await setStage();
    expect(await refused(stage, await revokeFlags(stage), { UNPUSH_LANG: 'fr' })).toContain(
      'the language "fr" is not there: choose en or zh-cn',
    );
  });

  it('another notifyId in --confirm, with --dry-run as well', async () => {
    await using stage = await setStage();
    const flags = (await revokeFlags(stage)).with(-3, '7');
    const words = '--confirm is "7", but the notifyId is 3114932: nothing was sent';
    expect(await refused(stage, flags)).toContain(words);
    expect(await refused(stage, [...flags, '--dry-run'])).toContain(words);
  });

  it('to ask where nobody is', async () => {
    await using stage = await setStage();
    const flags = ['revoke', ...stage.flags, '--notify-id', String(NOTIFY_ID), '--token', 'one'];
    expect(await refused(stage, flags)).toContain('nobody can be asked here: nothing was sent');
  });

  it('to ask on the standard input that holds the list', async () => {
    await using stage = await setStage();
    const flags = ['revoke', ...stage.flags, '--notify-id', String(NOTIFY_ID), '--tokens', '-'];
    const { exit, stderr } = await callOnScreen(flags, { cwd: stage.folder });
    expect(exit).toBe(2);
    expect(stderr).toContain('standard input holds the list, so the notifyId cannot be typed there');
    expect(stderr).toContain('give --confirm 3114932');
    expect(stderr).not.toContain('Reading the targets');
  });
});
