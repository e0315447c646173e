import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecallStatus, StartedRecall } from '@unpush/nestjs';
import { verifyEvidenceFile } from '@unpush/recall/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDoor, setStage, type Door, type Stage } from './support/door.ts';
import { eventsOf } from './support/events.ts';
import { UPLOAD, upload } from './support/upload.ts';

const PROBLEM = 'application/problem+json; charset=utf-8';

let stage: Stage;
let door: Door;
beforeAll(async () => {
  stage = await setStage();
  door = await openDoor(stage.settings);
});
afterAll(async () => {
  await door[Symbol.asyncDispose]();
  await stage[Symbol.asyncDispose]();
});

const json = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const started = async (response: Promise<Response>): Promise<StartedRecall> => {
  const answer = await response;
  expect(answer.status).toBe(202);
  return (await answer.json()) as StartedRecall; // what the route promises
};

const ended = async (recallId: string): Promise<Partial<RecallStatus>> => {
  const events = await eventsOf(await door.ask(`/recalls/${recallId}/events`));
  return events.at(-2)?.data ?? {};
};

describe('POST /recalls', () => {
  it('takes a notification back from everybody in an upload, and tells how it goes to the end', async () => {
    const response = await upload(door, [...stage.tokens, 'a-phone-that-is-gone', 'no token'], {
      path: `${UPLOAD}&reason=INC-4711&startedBy=night-shift`,
    });
    expect(response.status).toBe(202);
    const recall = (await response.json()) as StartedRecall; // what the route promises
    const { recallId } = recall;
    expect(response.headers.get('location')).toBe(`/recalls/${recallId}`);
    expect(recall).toMatchObject({
      app: 'default',
      selector: { notifyId: 3114932, pushType: 'notification' },
      reason: 'INC-4711',
      startedBy: 'night-shift',
      firstMalformed: [{ reason: 'inner whitespace', text: 'no…', place: { line: 20_002 } }],
    });

    const stream = await door.ask(`/recalls/${recallId}/events`);
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    const events = await eventsOf(stream);
    expect(events.length).toBeGreaterThan(3);
    expect(events[0]).toMatchObject({ type: 'progress', data: { state: 'running' } });
    expect(events.at(-2)).toMatchObject({
      type: 'progress',
      data: {
        state: 'finished',
        targets: { read: 20_002, malformed: 1, duplicate: 0, accepted: 20_000, rejected: 1, unknown: 0 },
      },
    });
    expect(events.at(-1)).toEqual({ type: 'end', data: { recallId } });
    expect(await stage.revoked()).toEqual(new Map(stage.tokens.map((token) => [token, 1])));

    const report = await door.command(`/recalls/${recallId}/report`);
    expect(report.headers.get('content-type')).toBe('application/x-ndjson');
    expect(report.headers.get('content-disposition')).toBe(
      `attachment; filename="report-${recallId}.ndjson"`,
    );
    const lines = (await report.text()).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { target: 'no token', outcome: 'malformed', reason: 'inner whitespace', source: { line: 20_002 } },
      { target: 'a-phone-that-is-gone', outcome: 'rejected', code: '80100020', source: { line: 20_001 } },
    ]);
    const all = await door.command(`/recalls/${recallId}/report?all=true`);
    expect((await all.text()).trim().split('\n')).toHaveLength(20_002);
  });

  it('takes NDJSON, and the field that holds the token', async () => {
    const lines = stage.tokens.slice(0, 30).map((token) => JSON.stringify({ push: { token } }));
    const { recallId } = await started(
      upload(door, lines, { type: 'application/x-ndjson', path: '/recalls?notifyId=8&field=push.token' }),
    );
    expect(await ended(recallId)).toMatchObject({ state: 'finished', targets: { read: 30, accepted: 30 } });
  });

  it('takes JSON with selector and targets', async () => {
    const body = { selector: { notifyId: 9 }, targets: stage.tokens.slice(0, 20), reason: 'INC-4712' };
    const { recallId } = await started(door.command('/recalls', json(body)));
    expect(await ended(recallId)).toMatchObject({
      state: 'finished',
      reason: 'INC-4712',
      targets: { read: 20, accepted: 20 },
    });
  });

  it('takes no list under the name of a form, which is what curl says unless it is told', async () => {
    const type = 'application/x-www-form-urlencoded';
    const response = await upload(door, stage.tokens.slice(0, 3), { type });
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({
      message:
        'Send targets as JSON, or as an upload whose content-type is one of text/plain, text/csv, application/x-ndjson.',
    });
  });

  it.each([
    {
      what: 'an upload without the notification',
      path: '/recalls',
      errors: [{ field: 'notifyId', problem: 'must stand in the query of an upload: ?notifyId=3114932' }],
    },
    {
      what: 'a notification that cannot be',
      path: '/recalls?notifyId=9999999999',
      errors: [{ field: 'notifyId', problem: 'must be 2147483647 or less, but is the number 9999999999' }],
    },
    {
      what: 'a notification that is no number',
      path: '/recalls?notifyId=',
      errors: [
        {
          field: 'notifyId',
          problem: 'must be a whole number: the notifyId that the message was sent with',
        },
      ],
    },
    {
      what: 'a slip of the pen',
      path: `${UPLOAD}&reasn=INC-4711`,
      errors: [{ field: 'request', problem: 'Unrecognized key: "reasn"' }],
    },
  ])('says what is wrong with $what', async ({ path, errors }) => {
    const response = await upload(door, stage.tokens.slice(0, 3), { path });
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe(PROBLEM);
    expect(await response.json()).toMatchObject({ title: 'The request is not valid', errors });
  });

  it('says what is wrong with JSON', async () => {
    const response = await door.command('/recalls', json({ selector: { notifyId: '7' } }));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [
        { field: 'selector.notifyId', problem: 'Invalid input: expected number, received string' },
        { field: 'targets', problem: 'Invalid input: expected array, received undefined' },
      ],
    });
  });
});

describe('a recall under way', () => {
  it('is stopped, refuses a second one of the same notification, goes on, and is finished', async () => {
    const before = await stage.revoked();
    const { recallId } = await started(upload(door, stage.tokens));
    const second = await upload(door, stage.tokens);
    expect(second.status).toBe(409);
    expect(await second.json()).toMatchObject({
      title: 'A recall of this notification exists already',
      recallId,
    });

    const stopped = await door.command(`/recalls/${recallId}/stop`, { method: 'POST' });
    expect(stopped.status).toBe(200);
    expect(await stopped.json()).toMatchObject({ recallId, state: 'stopped', wanted: 'stop' });
    expect(await (await door.ask('/recalls?finished=false')).json()).toMatchObject([{ recallId }]);

    const resumed = await door.command(`/recalls/${recallId}/resume`, { method: 'POST' });
    expect(resumed.status).toBe(202);
    expect(await resumed.json()).toMatchObject({ recallId, wanted: 'run' });
    expect(await ended(recallId)).toMatchObject({ state: 'finished', targets: { accepted: 20_000 } });
    const after = await stage.revoked();
    expect(stage.tokens.filter((token) => after.get(token) === before.get(token))).toEqual([]);

    const listed = (await (await door.ask('/recalls?limit=1')).json()) as readonly RecallStatus[];
    expect(listed).toMatchObject([{ recallId, state: 'finished' }]);
    expect(await (await door.ask(`/recalls/${recallId}`)).json()).toEqual(listed[0]);
  });

  it('leaves evidence that holds', async () => {
    const { recallId } = await started(
      upload(door, stage.tokens.slice(0, 50), { path: '/recalls?notifyId=10' }),
    );
    await ended(recallId);
    const evidence = await door.command(`/recalls/${recallId}/evidence`);
    expect(evidence.status).toBe(200);
    const folder = await mkdtemp(join(tmpdir(), 'unpush-test-'));
    const file = join(folder, 'evidence.ndjson');
    await writeFile(file, await evidence.text());
    const { problems } = await verifyEvidenceFile(file);
    expect(problems).toEqual([]);
    await rm(folder, { recursive: true });
  });

  it('cannot go on when nothing is left', async () => {
    const { recallId } = await started(
      upload(door, stage.tokens.slice(0, 5), { path: '/recalls?notifyId=11' }),
    );
    await ended(recallId);
    const response = await door.command(`/recalls/${recallId}/resume`, { method: 'POST' });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [{ field: 'recallId', problem: `recall ${recallId} is finished: nothing is left to do` }],
    });
  });
});

describe('a recall that nobody knows', () => {
  it.each(['', '/events', '/report', '/evidence'])('is not found: GET /recalls/:id%s', async (what) => {
    const response = await door.command(`/recalls/r-0000000000${what}`);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe(PROBLEM);
    expect(await response.json()).toMatchObject({ title: 'No such recall' });
  });
});
