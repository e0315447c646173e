import { describe, expect, it } from 'vitest';
import { revokeAll } from '../support/revoke.ts';
import { setStage } from '../support/stage.ts';

/** What a recall of 12 targets comes to (10 in the canary, 2 after it) if the vendor only ever answers so. */
interface Case {
  readonly code: string;
  readonly exit: number;
  readonly state: string;
  /** accepted, rejected, unknown, not attempted. */
  readonly targets: readonly [number, number, number, number];
  readonly sent: number;
  readonly cause?: string;
}

const TABLE: readonly Case[] = [
  // done: the canary, then the rest
  { code: '80000000', exit: 0, state: 'finished', targets: [12, 0, 0, 0], sent: 2 },
  // retry: four attempts for the canary, then it stops rather than burn through the list
  { code: '80000001', exit: 4, state: 'stopped', targets: [0, 0, 10, 2], sent: 4, cause: 'no-answer' },
  // fix: ten targets down to singles are 19 requests, and all of them are refused
  {
    code: '80100001',
    exit: 4,
    state: 'stopped',
    targets: [0, 0, 0, 12],
    sent: 15,
    cause: 'nothing-accepted',
  },
  {
    code: '80100003',
    exit: 4,
    state: 'stopped',
    targets: [0, 0, 0, 12],
    sent: 15,
    cause: 'nothing-accepted',
  },
  // split: the same way down; "partial success" may have taken them at first, so nobody knows of any
  {
    code: '80100020',
    exit: 4,
    state: 'stopped',
    targets: [0, 0, 10, 2],
    sent: 15,
    cause: 'nothing-accepted',
  },
  // renew: once, and the fresh one is refused as well
  { code: '80200001', exit: 4, state: 'stopped', targets: [0, 0, 0, 12], sent: 2, cause: 'credential' },
  { code: '80200003', exit: 4, state: 'stopped', targets: [0, 0, 0, 12], sent: 2, cause: 'credential' },
  { code: '80200005', exit: 4, state: 'stopped', targets: [0, 0, 0, 12], sent: 2, cause: 'credential' },
  {
    code: '80300002',
    exit: 4,
    state: 'stopped',
    targets: [0, 0, 0, 12],
    sent: 15,
    cause: 'nothing-accepted',
  },
  // reject: all of them, in one request
  { code: '80300007', exit: 4, state: 'stopped', targets: [0, 10, 0, 2], sent: 1, cause: 'nothing-accepted' },
  // shrink: 10, 5, 2, 1, and one is as few as can be
  { code: '80300010', exit: 4, state: 'stopped', targets: [0, 0, 0, 12], sent: 4, cause: 'refused' },
  {
    code: '80300017',
    exit: 4,
    state: 'stopped',
    targets: [0, 10, 0, 2],
    sent: 15,
    cause: 'nothing-accepted',
  },
  {
    code: '80300028',
    exit: 4,
    state: 'stopped',
    targets: [0, 10, 0, 2],
    sent: 15,
    cause: 'nothing-accepted',
  },
  // stop: one request
  { code: '80300032', exit: 4, state: 'stopped', targets: [0, 0, 0, 12], sent: 1, cause: 'refused' },
];

describe.concurrent('unpush revoke against a vendor that only ever answers', () => {
  it.each(TABLE)('$code', async ({ code, exit, state, targets, sent, cause }) => {
    await using stage = await setStage({ phones: 12 });
    const acts = code === '80000000';
    stage.running.emulator.faults.add({ action: { type: 'code', code, message: messageOf(code), acts } });
    const result = await revokeAll(stage);
    const { accepted, rejected, unknown, notAttempted, read } = result.summary.targets;
    expect([accepted, rejected, unknown, notAttempted]).toEqual(targets);
    expect(read).toBe(12);
    expect(result.summary.state).toBe(state);
    expect(result.summary.stoppedBy?.cause).toBe(cause);
    expect(result.summary.requests.sent).toBe(sent);
    expect(result.exit).toBe(exit);
    // The code, or what it led to, is named for the person as well
    if (exit !== 0) expect(result.stderr).toContain(code);
    expect(stage.revoked().size).toBe(accepted);
  });
});

/** 80300010's text is the one that is ever read; without a number in it the batch is halved. */
const messageOf = (code: string): string =>
  code === '80300010' ? 'token count should within {0} and {1}.' : 'Some words of the vendor.';

const STATUSES = [
  // Accepted is only what says so: the success code is missing
  { status: 200, exit: 4, state: 'stopped', targets: [0, 0, 10, 2], sent: 4, cause: 'no-answer' },
  { status: 400, exit: 4, state: 'stopped', targets: [0, 0, 0, 12], sent: 15, cause: 'nothing-accepted' },
  { status: 401, exit: 4, state: 'stopped', targets: [0, 0, 0, 12], sent: 2, cause: 'credential' },
  { status: 404, exit: 4, state: 'stopped', targets: [0, 0, 0, 12], sent: 1, cause: 'refused' },
  { status: 500, exit: 4, state: 'stopped', targets: [0, 0, 10, 2], sent: 4, cause: 'no-answer' },
  { status: 502, exit: 4, state: 'stopped', targets: [0, 0, 10, 2], sent: 4, cause: 'no-answer' },
] as const;

describe.concurrent('unpush revoke against a vendor that only ever answers, without a code, HTTP', () => {
  it.each(STATUSES)('$status', async ({ status, exit, state, targets, sent, cause }) => {
    await using stage = await setStage({ phones: 12 });
    stage.running.emulator.faults.add({ action: { type: 'status', status } });
    const result = await revokeAll(stage);
    const { accepted, rejected, unknown, notAttempted } = result.summary.targets;
    expect([accepted, rejected, unknown, notAttempted]).toEqual(targets);
    expect(result.summary).toMatchObject({ state, requests: { sent }, stoppedBy: { cause } });
    expect(result.exit).toBe(exit);
    expect(result.stderr).toContain(`HTTP ${status}`);
    expect(stage.revoked().size).toBe(0);
  });

  it('503, which is flow control: it waits, uses up no attempt and goes on', async () => {
    await using stage = await setStage({ phones: 12 });
    stage.running.emulator.faults.add({ times: 3, action: { type: 'status', status: 503 } });
    const result = await revokeAll(stage);
    expect(result.summary.targets.accepted).toBe(12);
    expect(result.summary.requests).toEqual({ sent: 7, retried: 0, throttled: 3 });
    expect(result.exit).toBe(0);
    expect(stage.revoked().size).toBe(12);
  });

  it('503 without end: it pauses, and nothing is called unknown', async () => {
    await using stage = await setStage({ phones: 3 });
    stage.running.emulator.faults.add({ action: { type: 'status', status: 503 } });
    const result = await revokeAll(stage, ['--give-up-after', '1s']);
    expect(result.summary.state).toBe('paused');
    expect(result.summary.stoppedBy).toMatchObject({ cause: 'throttled', httpStatus: 503 });
    expect(result.summary.targets).toMatchObject({ accepted: 0, unknown: 0, notAttempted: 3 });
    expect(result.exit).toBe(4);
  });
});
