import { mkdir, readFile, stat } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { callCli } from '../support/call-cli.ts';
import { revokeAll, revokeFlags } from '../support/revoke.ts';
import { NOTIFY_ID, setStage, type Stage } from '../support/stage.ts';

const CONFIRMED = ['--notify-id', String(NOTIFY_ID), '--confirm', String(NOTIFY_ID)];

const revokeFile = (stage: Stage, path: string, more: readonly string[] = []) =>
  callCli(['revoke', ...stage.flags, ...CONFIRMED, '--tokens', path, '--json', ...more], {
    cwd: stage.folder,
  });

/** The part of a summary that these tests look at. */
const targetsOf = (stdout: string): unknown => (JSON.parse(stdout) as { targets: unknown }).targets;

describe.concurrent('unpush revoke', () => {
  it.each([
    [1, 1],
    [10, 1],
    [1000, 2],
    [1001, 2],
    [1011, 3],
  ])('%d tokens: %d requests, the canary among them', async (phones, requests) => {
    await using stage = await setStage({ phones });
    const result = await revokeAll(stage);
    expect(result.summary.targets).toEqual({
      read: phones,
      malformed: 0,
      duplicate: 0,
      accepted: phones,
      rejected: 0,
      unknown: 0,
      notAttempted: 0,
    });
    expect(result.summary.requests).toEqual({ sent: requests, retried: 0, throttled: 0 });
    expect(result.exit).toBe(0);
    expect(stage.revoked().size).toBe(phones);
  });

  it('no token at all: nothing is sent', async () => {
    await using stage = await setStage();
    const result = await revokeFile(stage, await stage.write('none.txt', '\n\n'));
    expect(result.exit).toBe(2);
    expect(result.stderr).toContain('there is no target to send to: nothing was sent');
    expect(JSON.parse(result.stdout)).toEqual({
      error: {
        code: 'INVALID_SETTINGS',
        message: 'there is no target to send to: nothing was sent; check the list and its column',
      },
    });
    expect(stage.running.emulator.requests.list()).toHaveLength(0);
  });

  it('CRLF, BOM, quotes, blank lines, a missing last newline, a duplicate and malformed lines', async () => {
    await using stage = await setStage();
    const [first, second, third] = stage.tokens;
    const text = `\uFEFF${first}\r\n\r\n"${second}"\r\n${first}\r\nsplit in two\r\n""\r\n${third}`;
    const result = await revokeFile(stage, await stage.write('export.txt', text));
    expect(targetsOf(result.stdout)).toEqual({
      read: 6,
      malformed: 2,
      duplicate: 1,
      accepted: 3,
      rejected: 0,
      unknown: 0,
      notAttempted: 0,
    });
    expect(result.exit).toBe(3);
    expect(result.stderr).toContain('export.txt:5 inner whitespace');
  });

  it('standard input and single tokens', async () => {
    await using stage = await setStage();
    const [first, second, third] = stage.tokens;
    const args = ['revoke', ...stage.flags, ...CONFIRMED, '--tokens', '-', '--token', third ?? '', '--json'];
    const result = await callCli(args, { cwd: stage.folder, stdin: gzipSync(`${first}\n${second}\n`) });
    expect(result.exit).toBe(0);
    expect(stage.revoked()).toEqual(new Set(stage.tokens));
  });

  it.each([
    ['a directory', 'directory', /directory/],
    ['a file that is not there', 'missing.txt', /missing\.txt/],
    ['a gzip that was cut short', 'cut.txt.gz', /cut\.txt\.gz/],
    ['a CSV without the column', 'other.csv', /column/],
    ['JSON that is none', 'broken.json', /broken\.json/],
  ])('%s: a clear error, and nothing is sent', async (_, name, words) => {
    await using stage = await setStage();
    await mkdir(stage.file('directory'));
    await stage.write('cut.txt.gz', gzipSync(stage.tokens.join('\n')).subarray(0, 40));
    await stage.write('other.csv', 'user,device\n1,phone\n');
    await stage.write('broken.json', '["a", ');
    const more = name === 'other.csv' ? ['--column', 'push_token'] : [];
    const result = await revokeFile(stage, stage.file(name), more);
    expect(result.exit).toBe(2);
    expect(result.stderr).toMatch(/^error /m);
    expect(result.stderr).toMatch(words);
    expect(stage.running.emulator.requests.list()).toHaveLength(0);
  });

  it.each([
    ['-1', '--notify-id must be 0 or more, but is the number -1'],
    ['2147483648', '--notify-id must be 2147483647 or less, but is the number 2147483648'],
    ['3.5', '--notify-id must be an integer from 0 to 2147483647, but is the number 3.5'],
    ['seven', '--notify-id must be an integer from 0 to 2147483647, but is the string "seven"'],
    ['', '--notify-id must be an integer from 0 to 2147483647, but is the string ""'],
  ])('refuses --notify-id %j', async (notifyId, message) => {
    const result = await callCli(['revoke', '--notify-id', notifyId, '--token', 't']);
    expect(result.exit).toBe(2);
    expect(result.stderr).toContain(message);
  });

  it('refuses a damaged key before anybody confirms, and counts no request', async () => {
    await using stage = await setStage();
    const account = JSON.parse(await readFile(stage.file('sa.json'), 'utf8')) as { private_key: string };
    const damaged = { ...account, private_key: account.private_key.replace(/\n.{40}/, '\nAAAA') };
    await stage.write('sa.json', JSON.stringify(damaged));
    const result = await callCli([...(await revokeFlags(stage)), '--dry-run'], { cwd: stage.folder });
    expect(result.exit).toBe(2);
    expect(result.stderr).toContain('is damaged or cut short');
    expect(result.stderr).not.toContain('The plan');
  });

  it('takes the notifyId 0', async () => {
    await using stage = await setStage();
    const { huawei } = stage.running.emulator;
    huawei.deliver({ clientId: stage.clientId, notifyId: 0, title: 'zero' });
    const path = await stage.write('tokens.txt', stage.tokens.join('\n'));
    const args = ['revoke', ...stage.flags, '--notify-id', '0', '--confirm', '0', '--tokens', path];
    expect((await callCli(args, { cwd: stage.folder })).exit).toBe(0);
    expect(huawei.revocations({ clientId: stage.clientId, notifyId: 0 }).count).toBe(3);
  });

  it.each(['1', '6', '7', 'card'])('refuses --push-type %s', async (type) => {
    const result = await callCli(['revoke', '--notify-id', '7', '--push-type', type, '--token', 't']);
    expect(result.exit).toBe(2);
    expect(result.stderr).toContain('--push-type must be "notification" (0) or "extension" (2)');
  });

  it('files of several formats: --column is for the CSV among them', async () => {
    await using stage = await setStage();
    const [first, second, third] = stage.tokens;
    const csv = await stage.write('one.csv', `user,device_token\n1,${first}\n`);
    const text = await stage.write('two.txt', `${second}\n`);
    const json = await stage.write('three.json.gz', gzipSync(JSON.stringify([{ push: { id: third } }])));
    const lists = [csv, text, json].flatMap((path) => ['--tokens', path]);
    const args = [
      'revoke',
      ...stage.flags,
      ...CONFIRMED,
      ...lists,
      '--column',
      'device_token',
      '--field',
      'push.id',
    ];
    expect((await callCli(args, { cwd: stage.folder })).exit).toBe(0);
    expect(stage.revoked()).toEqual(new Set(stage.tokens));
  });

  it('takes flags of Huawei beside --vendor mpaas for a slip, and sends nothing', async () => {
    await using stage = await setStage();
    const result = await callCli([...(await revokeFlags(stage)), '--vendor', 'mpaas'], { cwd: stage.folder });
    expect(result.exit).toBe(2);
    expect(result.stderr).toContain(
      'is a flag of Huawei, but --vendor is "mpaas": nothing was sent; leave it out, or give --vendor huawei',
    );
    expect(stage.running.emulator.requests.list()).toHaveLength(0);
  });

  it('asks for confirmation, and says how to give it where nobody can be asked', async () => {
    await using stage = await setStage();
    const flags = (await revokeFlags(stage)).filter(
      (flag, index, all) => flag !== '--confirm' && all[index - 1] !== '--confirm',
    );
    const result = await callCli(flags, { cwd: stage.folder });
    expect(result.exit).toBe(2);
    expect(result.stderr).toContain('give --confirm 3114932');
    const wrong = await callCli([...flags, '--confirm', '3114933'], { cwd: stage.folder });
    expect(wrong.exit).toBe(2);
    expect(wrong.stderr).toContain('--confirm is "3114933", but the notifyId is 3114932: nothing was sent');
    expect(stage.running.emulator.requests.list()).toHaveLength(0);
  });

  it('plans and sends nothing with --dry-run', async () => {
    await using stage = await setStage({ phones: 25 });
    const result = await callCli([...(await revokeFlags(stage)), '--dry-run', '--json', '--quota', '10'], {
      cwd: stage.folder,
    });
    expect(result.exit).toBe(0);
    expect(JSON.parse(result.stdout)).toMatchObject({
      vendor: 'huawei',
      clientId: stage.clientId,
      selector: { notifyId: NOTIFY_ID, pushType: 'notification' },
      endpoint: stage.running.url,
      example: expect.stringMatching(/^MAAA..….{4} \(112 characters\)$/) as unknown,
      targets: { read: 25, malformed: 0, duplicate: 0, toSend: 25 },
      // Never more in a request than a second of the quota: ten, and ten, and five
      batchSize: 10,
      requests: 3,
      quota: 10,
      estimatedMs: 2500,
    });
    expect(result.stderr).toContain('Dry run: nothing was sent.');
    expect(stage.running.emulator.requests.list()).toHaveLength(0);
  });

  it('keeps below a quota', async () => {
    await using stage = await setStage({ phones: 40 });
    const result = await revokeAll(stage, ['--quota', '20', '--batch-size', '10']);
    // Four batches of ten at 20 a second leave half a second apart: the last one and a half seconds in
    expect(result.summary.elapsedMs).toBeGreaterThanOrEqual(1400);
    expect(result.summary.targets.accepted).toBe(40);
  });
});

describe.concurrent('the report of unpush revoke', () => {
  it('has a line for each target that is not accepted, with its place, code and requestId', async () => {
    await using stage = await setStage();
    const [first] = stage.tokens;
    const path = await stage.write('list.txt', `${first}\nnobody-has-this-token\nsplit in two\n`);
    const report = stage.file('report.ndjson');
    const result = await revokeFile(stage, path, ['--report', report]);
    expect(result.exit).toBe(3);
    const lines = (await readFile(report, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(lines).toHaveLength(2);
    expect(lines).toContainEqual({
      target: 'split in two',
      outcome: 'malformed',
      reason: 'inner whitespace',
      source: { file: path, line: 3 },
    });
    expect(lines).toContainEqual({
      target: 'nobody-has-this-token',
      outcome: 'rejected',
      code: '80100020',
      reason: 'tokenFormatError',
      requestId: expect.stringMatching(/^\d+$/) as unknown,
      source: { file: path, line: 2 },
    });
    expect((await stat(report)).mode & 0o777).toBe(0o600);
  });

  it('with --report-all has a line for each target', async () => {
    await using stage = await setStage({ phones: 30 });
    const report = stage.file('report.ndjson');
    await revokeAll(stage, ['--report', report, '--report-all']);
    const text = await readFile(report, 'utf8');
    const targets = text
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { target: string }).target);
    expect(targets.toSorted()).toEqual(stage.tokens.toSorted());
  });

  it('is never written over another', async () => {
    await using stage = await setStage();
    const report = await stage.write('report.ndjson', 'an earlier one');
    const result = await callCli([...(await revokeFlags(stage)), '--report', report], { cwd: stage.folder });
    expect(result.exit).toBe(2);
    expect(result.stderr).toContain('exists already');
    expect(await readFile(report, 'utf8')).toBe('an earlier one');
    expect(stage.running.emulator.requests.list()).toHaveLength(0);
  });

  it('lists what was not attempted when the recall stops early', async () => {
    await using stage = await setStage({ phones: 25 });
    stage.running.emulator.faults.add({ action: { type: 'code', code: '80300032' } });
    const report = stage.file('report.ndjson');
    const result = await revokeAll(stage, ['--report', report]);
    const lines = (await readFile(report, 'utf8')).trim().split('\n');
    expect(lines).toHaveLength(25);
    expect(lines.every((line) => line.includes('"outcome":"not-attempted"'))).toBe(true);
    expect(result.summary.targets.notAttempted).toBe(25);
  });
});
