import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesToTry, whatToTry } from '../src/play/what-to-try.ts';
import { API_KEY, openDoor, setStage, type Door, type Stage } from './support/door.ts';

let stage: Stage;
let door: Door;
let folder: string;
beforeAll(async () => {
  stage = await setStage();
  door = await openDoor(stage.settings);
  folder = await mkdtemp(join(tmpdir(), 'unpush-test-'));
});
afterAll(async () => {
  await door[Symbol.asyncDispose]();
  await stage[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const places = () => ({ url: door.url, emulated: stage.emulated, apiKey: API_KEY, isOnQueue: false });

/** As somebody pastes them into a shell. */
async function paste(lines: string): Promise<string> {
  expect(lines).toContain('curl ');
  const { stdout, stderr } = await promisify(execFile)('sh', ['-euc', lines], { cwd: folder });
  expect(stderr).toBe('');
  return stdout;
}

const linesIn = async (file: string): Promise<readonly string[]> =>
  (await readFile(join(folder, file), 'utf8')).trim().split('\n');

describe('the lines to paste', () => {
  it('that are printed at the start take the notification back, and show what was left', async () => {
    const said = await paste(linesToTry(places()));
    const [before, after] = said.split('event: end');
    expect(before).toContain('"title":"Everything is free today!"');
    expect(before).toContain('"state":"finished"');
    expect(after).toContain('\n[]\n');
    expect(after).toContain('{"target":"no token","outcome":"malformed"');
    expect(after).toContain('{"target":"a-phone-that-is-gone","outcome":"rejected"');
    expect((await linesIn('evidence.ndjson')).at(-1)).toContain('"type":"seal"');
  });

  it('of the README stop a recall, go on with it, and end with a report', async () => {
    const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
    const [, lines = ''] = /^APP=.*\n([\s\S]*?)^```$/m.exec(readme) ?? [];
    const said = await paste(`APP=${door.url} KEY=${API_KEY} HUAWEI=${stage.emulated.url}\n${lines}`);
    expect(said).toContain('"state":"stopped"');
    expect(said).toContain('"wanted":"run"');
    expect(said).toContain('event: end');
    expect(said).toMatch(/^\{"requestId":"\d+","code":"80000000","accepted":1,"rejected":\[\]\}$/m);
    expect(await linesIn('report.ndjson')).toHaveLength(20_000);
  });

  it('for a second process are printed on a queue only', () => {
    expect(whatToTry(places())).not.toContain('A second process');
    expect(whatToTry({ ...places(), isOnQueue: true })).toContain(`HUAWEI_ENDPOINT=${stage.emulated.url} `);
  });
});
