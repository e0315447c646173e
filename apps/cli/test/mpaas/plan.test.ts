import { describe, expect, it } from 'vitest';
import { callOnScreen } from '../support/screen.ts';
import { MESSAGE_ID, setMpaasStage, TASK_ID, type MpaasStage } from './support/mpaas-stage.ts';
import { callMpaas, messageFlags, taskFlags, withSummary } from './support/revoke-mpaas.ts';

const DAY_MS = 86_400_000;
const daysAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString();

/** The request is refused before it leaves: usage, with these words. */
async function expectRefused(stage: MpaasStage, args: readonly string[], words: string): Promise<void> {
  const { exit, stderr } = await callMpaas(stage, args);
  expect(stderr).toContain(words);
  expect(exit).toBe(2);
  expect(stage.running.emulator.requests.list()).toEqual([]);
}

describe('the plan of a recall by mPaaS', () => {
  it('says app, workspace and push, and how far a revoke reaches', async () => {
    await using stage = await setMpaasStage();
    const { exit, stderr } = await callMpaas(stage, [...messageFlags(stage), '--dry-run']);
    expect(exit).toBe(0);
    expect(stderr).toContain(`  notification  messageId ${MESSAGE_ID}, simple or template push\n`);
    expect(stderr).toContain(`  app           app ${stage.app.appId}, workspace default\n`);
    expect(stderr).toContain('  targets       3 targets of 3 read\n');
    expect(stderr).toContain('  requests      3 of up to 1 target\n');
    expect(stderr).toContain(
      'warning mPaaS takes a push back for 7 days after it was sent; with --sent-at TIME this is checked before anything is sent.',
    );
    expect(stage.running.emulator.requests.list()).toEqual([]);
  });

  it('breaks a warning between its words, within the width of a screen', async () => {
    await using stage = await setMpaasStage();
    const { stderr } = await callOnScreen([...messageFlags(stage), '--dry-run'], {
      cwd: stage.folder,
      env: { NO_COLOR: '1' },
      columns: 60,
    });
    expect(stderr).toContain(
      'warning mPaaS takes a push back for 7 days after it was\n  sent; with --sent-at TIME this is checked before anything\n  is sent.\n',
    );
  });

  it('gives the time at a quota as the least, for each target is a request', async () => {
    await using stage = await setMpaasStage();
    const { stderr } = await callMpaas(stage, [...messageFlags(stage), '--dry-run', '--quota', '1']);
    expect(stderr).toContain('  time          at least 3.0 s at 1 targets/s, if the vendor keeps up\n');
  });

  it('speaks of a task as one request, which takes it back from everybody', async () => {
    await using stage = await setMpaasStage();
    const unconfirmed = taskFlags(stage).slice(0, -2);
    const { exit, stderr } = await callOnScreen(unconfirmed, {
      cwd: stage.folder,
      env: { NO_COLOR: '1' },
      columns: 200,
      steps: [
        {
          see: 'Type the taskId to take the whole task back, from everybody it went to',
          type: `${TASK_ID}\r`,
        },
      ],
    });
    expect(exit).toBe(0);
    expect(stderr).toContain('  requests      1\n');
    expect(stderr).not.toMatch(/^ {2}time /m);
    expect(stage.timesOfTask()).toBe(1);
  });

  it('is an object with the same in it for --json', async () => {
    await using stage = await setMpaasStage();
    const dry = async (more: readonly string[]) => {
      const { stdout } = await callMpaas(stage, [...messageFlags(stage), '--dry-run', '--json', ...more]);
      return JSON.parse(stdout) as Record<string, unknown>;
    };
    const { appId, workspaceId } = stage.app;
    expect(await dry([])).toMatchObject({
      vendor: 'mpaas',
      ...{ appId, workspaceId },
      selector: { messageId: MESSAGE_ID },
      ...{ batchSize: 1, requests: 3 },
      notes: [expect.stringContaining('--sent-at TIME')],
    });
    const recent = daysAgo(5);
    expect(await dry(['--sent-at', recent])).toMatchObject({ sentAt: recent, notes: [] });
    expect(await dry(['--sent-at', String(Date.parse(recent))])).toMatchObject({ sentAt: recent });
  });

  it('says so where less than a day of the seven is left, or less than it takes', async () => {
    await using stage = await setMpaasStage();
    const dry = async (...more: readonly string[]) =>
      (await callMpaas(stage, [...messageFlags(stage), '--dry-run', ...more])).stderr;
    const late = await dry('--sent-at', daysAgo(6.5));
    expect(late).toMatch(
      /warning mPaaS takes this push back until \d{4}-\d\d-\d\d \d\d:\d\d \S+, 7 days after it was sent: 1[12] h \d\d min are left\.\n/,
    );
    // Three targets, at one in twelve hours
    const slow = await dry('--sent-at', daysAgo(6.5), '--quota', String(1 / 43_200));
    expect(slow).toContain(' are left. At this quota it takes 36 h 00 min: what comes later may be refused.');
    expect(await dry('--sent-at', daysAgo(5))).not.toContain('warning');
  });

  it('takes the tenant’s id where there is one, and stops where it is a wrong one', async () => {
    await using stage = await setMpaasStage();
    const { mpaas } = stage.running.emulator;
    const tenanted = mpaas.createApp({ tenantId: 'ABCDEFGH' });
    const name = { appId: tenanted.appId, workspaceId: tenanted.workspaceId };
    mpaas.createDevices({ ...name, ids: stage.targets });
    mpaas.deliver({ ...name, messageId: MESSAGE_ID });
    await stage.write('ak.json', JSON.stringify(tenanted.accessKey));
    const flags = [...messageFlags(stage), '--app-id', tenanted.appId, '--json'];
    const wrong = withSummary(await callMpaas(stage, [...flags, '--tenant-id', 'HGFEDCBA']));
    expect(wrong.exit).toBe(4);
    expect(wrong.summary).toMatchObject({
      stoppedBy: { cause: 'refused', code: '8013' },
      requests: { sent: 1 },
    });
    const refused = await callMpaas(stage, [...flags, '--tenant-id', 'ABCDEFGH']);
    expect(refused.stderr).toContain(
      `if that one has something wrong in it, begin this one beside it:\n  unpush revoke … --again\nor go on with it:\n  unpush recalls resume ${wrong.summary.recallId}\n`,
    );
    const dry = await callMpaas(stage, [...flags, '--tenant-id', 'ABCDEFGH', '--dry-run']);
    const whose = `app ${tenanted.appId}, workspace default, tenant`;
    expect(dry.stderr).toContain(`  app           ${whose} ABCDEFGH\n`);
    expect(JSON.parse(dry.stdout)).toMatchObject({ appId: tenanted.appId, tenantId: 'ABCDEFGH' });
    const rest = await callMpaas(stage, ['recalls', 'resume', wrong.summary.recallId, '--dry-run', '--json']);
    expect(rest.stderr).toContain(`  app           ${whose} HGFEDCBA\n`);
    expect(JSON.parse(rest.stdout)).toMatchObject({ tenantId: 'HGFEDCBA' });
    const shown = await callMpaas(stage, ['recalls', 'show', wrong.summary.recallId]);
    expect(shown.stdout).toContain(`  app           ${whose} HGFEDCBA\n`);
    const right = await callMpaas(stage, [...flags, '--tenant-id', 'ABCDEFGH', '--again']);
    expect(right.exit).toBe(0);
    expect(mpaas.revocations({ ...name, messageId: MESSAGE_ID }).count).toBe(3);
  });
});

describe('--sent-at', () => {
  it.each([
    ['yesterday', '--sent-at is "yesterday": write the time of the push as 2026-11-23T02:00:00+08:00'],
    ['2026-11-23T02:00:00', '--sent-at is "2026-11-23T02:00:00", which says no time zone'],
    ['2026-02-31T02:00:00Z', '--sent-at is "2026-02-31T02:00:00Z"'],
    [
      '1763834400',
      '--sent-at is "1763834400", which looks like seconds; milliseconds since 1970 have 13 digits',
    ],
    ['9999999999999', '--sent-at must not lie in the future'],
    ['2020-01-01T00:00:00Z', '--sent-at must lie within the last 7 days'],
    ['1500000000000', 'this push cannot be revoked any more: nothing was sent'],
  ])('refuses %s', async (time, words) => {
    await using stage = await setMpaasStage();
    await expectRefused(stage, [...taskFlags(stage), '--sent-at', time], words);
  });

  it('refuses an old push before it reads the list', async () => {
    await using stage = await setMpaasStage();
    const flags = [...messageFlags(stage), '--targets', stage.file('none.txt'), '--sent-at', daysAgo(8)];
    const { exit, stderr } = await callMpaas(stage, flags);
    expect(stderr).toMatch(/--sent-at must lie within the last 7 days, .* but lies 8(\.\d)? days back/);
    expect(stderr).not.toContain('none.txt');
    expect(exit).toBe(2);
  });
});

describe('what a recall by mPaaS refuses, sending nothing', () => {
  const CASES: readonly (readonly [string, (stage: MpaasStage) => readonly string[], string])[] = [
    [
      'no notification',
      ({ flags, list }) => ['revoke', ...flags, '--targets', list],
      '--message-id is missing',
    ],
    [
      'two notifications',
      (stage) => [...messageFlags(stage), '--task-id', TASK_ID],
      '--message-id and --task-id were both given',
    ],
    [
      'a list beside a task',
      (stage) => [...taskFlags(stage), '--targets', stage.list],
      `a list of targets was given, but the taskId ${TASK_ID} says already whom the notification went to`,
    ],
    [
      'no list beside a message',
      ({ flags }) => ['revoke', ...flags, '--message-id', '1', '--confirm', '1'],
      '--tokens is missing: give a file of targets',
    ],
    [
      'another id to confirm',
      (stage) => [...messageFlags(stage), '--confirm', '7'],
      `--confirm is "7", but the messageId is ${MESSAGE_ID}: nothing was sent; give --confirm ${MESSAGE_ID} if that is the one`,
    ],
    [
      'an id with a blank, quoted for a shell',
      ({ flags, list }) => [
        'revoke',
        ...flags,
        '--message-id',
        "carl's wave",
        '--targets',
        list,
        '--no-input',
      ],
      String.raw`give --confirm 'carl'\''s wave', or --dry-run`,
    ],
    ['a blank in a task', (stage) => [...taskFlags(stage), '--task-id', '12 34'], '--task-id is "12 34"'],
    [
      'an id with a control character',
      (stage) => [...messageFlags(stage), '--message-id', 'a\u0007b'],
      "--message-id must be the message's id, as it was pushed (MessageId), without white space",
    ],
    [
      'flags of Huawei',
      (stage) => [...messageFlags(stage), '--notify-id', '7'],
      '--notify-id is a flag of Huawei, but --vendor is "mpaas": nothing was sent; leave it out, or give --vendor huawei',
    ],
    [
      'a batch of many',
      (stage) => [...messageFlags(stage), '--batch-size', '10'],
      '--batch-size is 10, but mPaaS takes no more than 1 in one request: nothing was sent; leave it out',
    ],
    [
      'an app id with a slash',
      (stage) => [...messageFlags(stage), '--app-id', 'a/b'],
      '--app-id must be the app',
    ],
    [
      'a region that is none',
      (stage) => [...messageFlags(stage), '--region', 'Hangzhou'],
      '--region must be a region of Alibaba Cloud such as cn-hangzhou, but is "Hangzhou"',
    ],
    [
      'an access key that is none',
      (stage) => [...messageFlags(stage), '--access-key-file', stage.list],
      'targets.txt: The access key is not JSON',
    ],
    [
      'an access key that is not there',
      (stage) => [...messageFlags(stage), '--access-key-file', stage.file('no.json')],
      'no.json does not exist',
    ],
  ];

  it.each(CASES)('%s', async (_what, argsOf, words) => {
    await using stage = await setMpaasStage();
    await expectRefused(stage, argsOf(stage), words);
  });

  it.each(['--app-id', '--workspace-id', '--access-key-file'])('%s that is missing', async (flag) => {
    await using stage = await setMpaasStage();
    const all = messageFlags(stage);
    const at = all.indexOf(flag);
    const args = all.filter((_, index) => index !== at && index !== at + 1);
    await expectRefused(stage, args, `${flag} is missing`);
  });
});

describe('a target that no request can carry', () => {
  it('is malformed, and does not end the recall', async () => {
    await using stage = await setMpaasStage();
    // Half a character, which JSON can write and UTF-8 cannot
    await stage.write(
      'users.json',
      `[${stage.targets.map((id) => JSON.stringify(id)).join(',')},"half\\ud800"]`,
    );
    const flags = [
      '--message-id',
      MESSAGE_ID,
      '--confirm',
      MESSAGE_ID,
      '--targets',
      stage.file('users.json'),
    ];
    const { exit, summary } = withSummary(
      await callMpaas(stage, ['revoke', ...stage.flags, ...flags, '--json']),
    );
    expect(summary).toMatchObject({ state: 'finished', targets: { accepted: 3, malformed: 1 } });
    expect(exit).toBe(3);
  });
});
