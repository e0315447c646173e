import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VendorError } from '@unpush/core';
import { createMpaasClient, type MpaasClient } from '@unpush/transport';
import { undiciSender, type UndiciSender } from '@unpush/transport/undici';
import { setMpaasStage, type MpaasStage } from './support/mpaas-stage.ts';
import { callMpaas, withSummary } from './support/revoke-mpaas.ts';
import { SEED_ADVICE, type SeedAdvice } from './support/seed-advice.ts';

/** What a recall of 12 targets comes to: 10 in the canary, 2 after it. */
interface Course {
  readonly exit: number;
  readonly state: string;
  /** accepted, rejected, unknown, not attempted. */
  readonly targets: readonly [number, number, number, number];
  readonly sent: number;
  readonly cause?: string;
  /** What a person reads of it. */
  readonly words: string;
}

/** Every answer is this code. */
const ALWAYS: Readonly<Record<SeedAdvice, Course>> = {
  done: {
    exit: 0,
    state: 'finished',
    targets: [12, 0, 0, 0],
    sent: 12,
    words: 'the vendor took the request',
  },
  // Each of the first ten is tried, since what is refused alone may be the target's fault
  fix: {
    exit: 4,
    state: 'stopped',
    targets: [0, 0, 0, 12],
    sent: 10,
    cause: 'nothing-accepted',
    words: 'Every target that was tried was refused: a wrong app or workspace id, list or notification.',
  },
  reject: {
    exit: 4,
    state: 'stopped',
    targets: [0, 10, 0, 2],
    sent: 10,
    cause: 'nothing-accepted',
    words: 'Every target that was tried was refused',
  },
  stop: {
    exit: 4,
    state: 'stopped',
    targets: [0, 0, 0, 12],
    sent: 1,
    cause: 'refused',
    words: 'The vendor refused in a way that no further request can mend.',
  },
  retry: {
    exit: 4,
    state: 'stopped',
    targets: [0, 0, 10, 2],
    sent: 40,
    cause: 'no-answer',
    words: 'No usable answer came to the first targets.',
  },
};

/** The last target alone is answered so; the others are accepted. */
const ONCE: Readonly<Record<SeedAdvice, Omit<Course, 'words'>>> = {
  done: { exit: 0, state: 'finished', targets: [12, 0, 0, 0], sent: 12 },
  fix: { exit: 3, state: 'finished', targets: [11, 1, 0, 0], sent: 12 },
  reject: { exit: 3, state: 'finished', targets: [11, 1, 0, 0], sent: 12 },
  stop: { exit: 4, state: 'stopped', targets: [11, 0, 0, 1], sent: 12, cause: 'refused' },
  retry: { exit: 3, state: 'finished', targets: [11, 0, 1, 0], sent: 15 },
};

const always = (code: string): string => `always-${code}`;
const once = (code: string): string => `once-${code}`;

let stage: MpaasStage;
let send: UndiciSender;
let client: MpaasClient;

beforeAll(async () => {
  stage = await setMpaasStage({ phones: 12 });
  const { appId, workspaceId, accessKey } = stage.app;
  const { mpaas, faults } = stage.running.emulator;
  const last = String(stage.targets.at(-1));
  for (const [code, advice] of SEED_ADVICE) {
    // What is accepted was done, what is refused was not; of a system error nobody knows
    const action = { type: 'code', code, acts: advice === 'done' } as const;
    for (const messageId of [always(code), once(code)]) mpaas.deliver({ appId, workspaceId, messageId });
    faults.add({ match: { messageId: always(code) }, action });
    faults.add({ match: { messageId: once(code), target: last }, action });
  }
  send = undiciSender({ ca: await readFile(stage.file('ca.pem'), 'utf8') });
  client = createMpaasClient({
    ...{ appId, workspaceId, accessKey, send },
    endpoint: stage.running.url,
    retry: { attempts: 2, baseMs: 1 },
  });
});
afterAll(async () => {
  await send.close();
  await stage[Symbol.asyncDispose]();
});

/** Runs a recall of this message from all targets. */
async function recall(messageId: string) {
  const flags = ['--message-id', messageId, '--confirm', messageId, '--targets', stage.list, '--json'];
  // A ledger each: a directory with a hundred of them would be looked through a hundred times
  const ledger = ['--ledger', stage.file(messageId)];
  return withSummary(await callMpaas(stage, ['revoke', ...stage.flags, ...flags, ...ledger]));
}

/** How many targets the emulator itself took this message back from. */
const countOf = (messageId: string): number => {
  const { appId, workspaceId } = stage.app;
  return stage.running.emulator.mpaas.revocations({ appId, workspaceId, messageId }).count;
};

function expectCourse(
  { exit, summary }: Awaited<ReturnType<typeof recall>>,
  course: Omit<Course, 'words'>,
): void {
  const { accepted, rejected, unknown, notAttempted, read } = summary.targets;
  expect({
    exit,
    state: summary.state,
    targets: [accepted, rejected, unknown, notAttempted],
    sent: summary.requests.sent,
    ...(summary.stoppedBy !== undefined && { cause: summary.stoppedBy.cause }),
  }).toEqual(course);
  expect(read).toBe(12);
}

it('the page has 48 codes', () => {
  expect(new Set(SEED_ADVICE.map(([code]) => code)).size).toBe(48);
});

describe('a single revoke that is answered', () => {
  it.each(SEED_ADVICE)('%s: %s', async (code, advice) => {
    const [targetId = ''] = stage.targets;
    const revoked = client.revoke({ messageId: always(code), targetId });
    if (advice === 'done') {
      // The shape of a revoke's answer writes success in its own way
      expect(await revoked).toMatchObject({ code: 'OK' });
      return;
    }
    const error: unknown = await revoked.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (!VendorError.isInstance(error)) throw new Error(`no VendorError, but ${String(error)}`);
    expect({ code: error.vendorCode, advice: error.verdict.advice }).toEqual({ code, advice });
    // Whoever asks may have to assume the worst
    expect(error.verdict.mayHaveBeenReceived).toBe(advice === 'retry');
    expect(error.requestId).toMatch(/^[0-9A-F-]{36}$/);
    expect(error.message).toContain(`mPaaS did not accept RevokePushMessage: ${code}`);
  });
});

describe.concurrent('unpush revoke against mPaaS that only ever answers', () => {
  it.each(SEED_ADVICE)('%s: %s', async (code, advice) => {
    const { words, ...course } = ALWAYS[advice];
    const result = await recall(always(code));
    expectCourse(result, course);
    expect(result.stderr.replaceAll(/\s+/g, ' ')).toContain(words);
    if (advice !== 'done') expect(result.stderr).toContain(`code ${code}`);
    expect(countOf(always(code))).toBe(course.targets[0]);
  });
});

describe.concurrent('unpush revoke where mPaaS answers for one target', () => {
  it.each(SEED_ADVICE)('%s: %s', async (code, advice) => {
    const result = await recall(once(code));
    expectCourse(result, ONCE[advice]);
    expect(countOf(once(code))).toBe(ONCE[advice].targets[0]);
  });
});
