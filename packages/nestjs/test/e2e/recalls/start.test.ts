import { Injectable } from '@nestjs/common';
import {
  InputError,
  LedgerError,
  type PagedTargets,
  type PageRequest,
  type TargetPage,
} from '@unpush/recall';
import { createReadStream } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { TargetPages, UnpushModule, type RecallRequest } from '../../../src/index.ts';
import { openApplication, openShop } from '../../support/open-module.ts';
import { MESSAGE_ID, SELECTOR, setStage, type Stage } from '../../support/stage.ts';

const COUNTS = { malformed: 0, duplicate: 0, accepted: 30, rejected: 0, unknown: 0, notAttempted: 0 };

/** Keeps tokens as rows of a table. */
@TargetPages('audience')
@Injectable()
class AudiencePages implements PagedTargets<{ readonly campaign: string }> {
  static rows: readonly string[] = [];
  static asked: string[] = [];

  page({ cursor = '0', parameters }: PageRequest<{ readonly campaign: string }>): Promise<TargetPage> {
    AudiencePages.asked.push(parameters.campaign);
    const start = Number(cursor);
    const targets = AudiencePages.rows.slice(start, start + 8);
    return Promise.resolve({
      targets,
      ...(start + 8 < AudiencePages.rows.length && { next: String(start + 8) }),
    });
  }
}

async function* onceEach(tokens: readonly string[]): AsyncGenerator<string> {
  for (const token of tokens) {
    await Promise.resolve();
    yield token;
  }
}

const WAYS: readonly {
  readonly name: string;
  readonly of: (stage: Stage) => Promise<Partial<RecallRequest>>;
}[] = [
  { name: 'an array', of: (stage) => Promise.resolve({ targets: stage.tokens }) },
  { name: 'a set', of: (stage) => Promise.resolve({ targets: new Set(stage.tokens) }) },
  { name: 'an async generator', of: (stage) => Promise.resolve({ targets: onceEach(stage.tokens) }) },
  {
    name: 'a gzip file',
    of: async ({ tokens, write }) => ({ files: [await write('tokens.txt.gz', gzipSync(tokens.join('\n')))] }),
  },
  {
    name: 'a column of a CSV file',
    of: async ({ tokens, write }) => ({
      files: [
        {
          path: await write('tokens.csv', `id,token\n${tokens.map((t, i) => `${i},${t}`).join('\n')}\n`),
          column: 'token',
        },
      ],
    }),
  },
  {
    name: 'a stream of bytes',
    of: async ({ tokens, write }) => ({
      stream: createReadStream(
        await write('upload', tokens.map((token) => JSON.stringify({ token })).join('\n')),
      ),
      format: 'ndjson',
      field: 'token',
    }),
  },
  {
    name: 'pages of a provider',
    of: ({ tokens }) => {
      AudiencePages.rows = tokens;
      return Promise.resolve({ pages: 'audience', parameters: { campaign: 'spring' } });
    },
  },
];

describe('RecallService.start', () => {
  it.each(WAYS)('takes targets from $name', async ({ of }) => {
    await using stage = await setStage({ phones: 30 });
    await using shop = await openShop(stage, {}, { providers: [AudiencePages] });
    const given = (await of(stage)) as RecallRequest; // each of the ways is one
    const { recallId } = await shop.recalls.start({ ...given, selector: SELECTOR });
    const status = await shop.recalls.finished(recallId);
    expect(status).toMatchObject({ state: 'finished', targets: { read: 30, ...COUNTS } });
    expect(stage.revoked()).toEqual(new Map(stage.tokens.map((token) => [token, 1])));
  });

  it('asks a provider of pages with the parameters that were given', async () => {
    await using stage = await setStage({ phones: 30 });
    await using shop = await openShop(stage, {}, { providers: [AudiencePages] });
    AudiencePages.rows = stage.tokens;
    AudiencePages.asked = [];
    const parameters = { campaign: 'autumn' };
    const { recallId } = await shop.recalls.start({ selector: SELECTOR, pages: 'audience', parameters });
    await shop.recalls.finished(recallId);
    expect(new Set(AudiencePages.asked)).toEqual(new Set(['autumn']));
    expect(AudiencePages.asked.length).toBeGreaterThanOrEqual(4);
  });

  it('says what was started, by whom and why, and what was no target', async () => {
    await using stage = await setStage({ phones: 2 });
    await using shop = await openShop(stage);
    const started = await shop.recalls.start({
      selector: { notifyId: SELECTOR.notifyId },
      targets: [...stage.tokens, stage.tokens[0]!, 'not a token of anybody'],
      reason: 'INC-4711',
      startedBy: 'ops@shop.example',
    });
    expect(started).toMatchObject({
      app: 'default',
      vendor: 'huawei',
      vendorApp: stage.huawei.clientId,
      selector: { notifyId: 3114932, pushType: 'notification' },
      reason: 'INC-4711',
      startedBy: 'ops@shop.example',
      wanted: 'run',
      forgotten: false,
      firstMalformed: [{ reason: 'inner whitespace', text: 'not a t…' }],
    });
    const ended = await shop.recalls.finished(started.recallId);
    expect(ended.targets).toEqual({
      read: 4,
      malformed: 1,
      duplicate: 1,
      accepted: 2,
      rejected: 0,
      unknown: 0,
      notAttempted: 0,
    });
    expect(ended.evidenceHead).toMatch(/^[0-9a-f]{64}$/);
  });

  it('takes a message of mPaaS back from its devices, and a task of mPaaS without any list', async () => {
    await using stage = await setStage({ phones: 12 });
    const { mpaas, sender, ledger, devices, running } = stage;
    const { appId, workspaceId } = mpaas;
    const { taskId } = running.emulator.mpaas.deliverTask({ appId, workspaceId, title: 'wrong' });
    await using bank = await openApplication({
      imports: [UnpushModule.forRoot({ apps: { bank: mpaas }, sender, ledger })],
    });
    const message = await bank.recalls.start({ selector: { messageId: MESSAGE_ID }, targets: devices });
    expect(await bank.recalls.finished(message.recallId)).toMatchObject({
      app: 'bank',
      vendorApp: `${appId}/${workspaceId}`,
      state: 'finished',
      targets: { read: 12, accepted: 12 },
    });
    expect(stage.revokedDevices()).toEqual(new Set(devices));
    const task = await bank.recalls.start({ app: 'bank', selector: { taskId } });
    expect(await bank.recalls.finished(task.recallId)).toMatchObject({
      state: 'finished',
      selector: { taskId },
      targets: { read: 1, accepted: 1 },
    });
    expect(running.emulator.mpaas.revocations({ appId, workspaceId, taskId }).times(taskId)).toBe(1);
  });

  it('refuses a second recall of the same notification while the first is unfinished, unless told to', async () => {
    await using stage = await setStage({ phones: 200 });
    await using shop = await openShop(stage, { app: { quota: 50 } });
    const request = { selector: SELECTOR, targets: stage.tokens, batchSize: 10 };
    const first = await shop.recalls.start(request);
    const error: unknown = await shop.recalls.start(request).catch((reason: unknown) => reason);
    expect(LedgerError.isInstance(error) && [error.problem, error.recallId]).toEqual([
      'exists',
      first.recallId,
    ]);
    const second = await shop.recalls.start({ ...request, again: true });
    expect(second.recallId).not.toBe(first.recallId);
    expect((await shop.recalls.list()).map(({ recallId }) => recallId)).toEqual([
      second.recallId,
      first.recallId,
    ]);
  });
});

describe('what RecallService.start refuses, before anything is sent', () => {
  const given = { selector: SELECTOR, targets: ['MAAA'] };
  const WRONG: readonly (readonly [name: string, request: object, message: string])[] = [
    ['a selector that cannot be', { ...given, selector: { notifyId: -1 } }, 'notifyId: must be'],
    [
      'no targets',
      { selector: SELECTOR },
      'targets: must be given, in one of these ways: targets, files, stream, pages',
    ],
    [
      'two lists',
      { ...given, files: ['tokens.txt'] },
      'files: must be left out beside targets: give one of targets, files, stream, pages',
    ],
    [
      'one string',
      { ...given, targets: 'MAAA' },
      'targets: must be an array of texts, or another iterable of them; got a string',
    ],
    ['no request', null as never, 'request: must be an object with selector and targets; got null'],
    ['a text', 'MAAA' as never, 'request: must be an object with selector and targets; got a string'],
    [
      'a file without a path',
      { selector: SELECTOR, files: ['tokens.txt', { path: 7 }] },
      'files.1: must be a path, or an object with one; got the number 7',
    ],
    ['an app without a name', { ...given, app: 7 }, 'app: must be the name of an app; got the number 7'],
    ['a signal that is none', { ...given, signal: 7 }, 'signal: must be an AbortSignal; got the number 7'],
    [
      'no file',
      { selector: SELECTOR, files: [] },
      'files: must be an array with a path at least; got an array of 0',
    ],
    [
      'a stream that is none',
      { selector: SELECTOR, stream: 'MAAA' },
      'stream: must be a stream of bytes, such as a request; got a string',
    ],
    [
      'pages without a provider',
      { selector: SELECTOR, pages: 'audience' },
      'pages: got the string "audience", but no provider is decorated with @TargetPages',
    ],
    ['another app', { ...given, app: 'bank' }, 'app: must be one of "default"; got "bank"'],
    [
      'half a request',
      { ...given, batchSize: 0.5 },
      'batchSize: must be a whole number, 1 or more; got the number 0.5',
    ],
    [
      'a slip of the pen',
      { ...given, canery: 5 },
      'has no option "canery": its options are reason, startedBy,',
    ],
  ];

  it.each(WRONG)('%s', async (_name, request, message) => {
    await using stage = await setStage();
    await using shop = await openShop(stage);
    // As plain JavaScript may pass it
    await expect(shop.recalls.start(request as RecallRequest)).rejects.toThrow(message);
    expect(await shop.recalls.list()).toEqual([]);
    expect(stage.running.emulator.requests.list()).toEqual([]);
  });

  it('a list of nobody', async () => {
    await using stage = await setStage();
    await using shop = await openShop(stage);
    const error: unknown = await shop.recalls
      .start({ selector: SELECTOR, targets: ['', 'a b'] })
      .catch((reason: unknown) => reason);
    expect(InputError.isInstance(error) && error.message).toBe(
      'There is nobody to take the notification back from: what was given holds 2 pieces, and none of them is a target. Nothing was sent.',
    );
    expect(await shop.recalls.list()).toEqual([]);
  });

  it('a list beside a task', async () => {
    await using stage = await setStage();
    const { mpaas, sender, ledger, devices } = stage;
    await using bank = await openApplication({
      imports: [UnpushModule.forRoot({ app: mpaas, sender, ledger })],
    });
    await expect(bank.recalls.start({ selector: { taskId: '4711' }, targets: devices })).rejects.toThrow(
      'targets: must be left out beside taskId: a task is revoked as a whole',
    );
  });
});
