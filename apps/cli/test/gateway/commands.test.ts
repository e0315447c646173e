import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callGateway } from './support/call-gateway.ts';
import { ID, recallAnswer, running } from './support/answers.ts';
import { bodyOf, json, startFaultServer, type Handler } from './support/fault-server.ts';

const ANSWERED = { at: '2026-11-27T02:00:05.000Z', by: 'key oncall' } as const;

describe('unpush recalls list --gateway', () => {
  it('lists page after page, in the table of recalls on this machine', async () => {
    await using server = await startFaultServer((request, response) => {
      const isFirst = request.url === '/v1/apps/shop/recalls';
      json(
        response,
        200,
        isFirst
          ? { recalls: [recallAnswer({ recallId: 'r-2', state: 'uploading' })], next: 'a b' }
          : { recalls: [recallAnswer({ recallId: 'r-1' })] },
      );
    });
    const { exit, stdout } = await callGateway(server.url, ['list']);
    expect(exit).toBe(0);
    expect(stdout.split('\n').map((line) => line.replace(/\d{4}-.*/, '…'))).toEqual([
      'RECALL  STATE      NOTIFICATION  ACCEPTED  LEFT  BEGUN',
      'r-2     uploading  3114932              3     0  …',
      'r-1     finished   3114932              3     0  …',
      '',
    ]);
    expect(server.heard[1]?.path).toBe('/v1/apps/shop/recalls?cursor=a%20b');
    const { stdout: objects } = await callGateway(server.url, ['list', '--json']);
    expect(JSON.parse(objects)).toHaveLength(2);
  });

  it('lists so many at the most, and asks for no more of them', async () => {
    await using server = await startFaultServer((request, response) => {
      const ids = request.url?.includes('cursor') === true ? ['r-1', 'r-0'] : ['r-3', 'r-2'];
      json(response, 200, { recalls: ids.map((recallId) => recallAnswer({ recallId })), next: 'more' });
    });
    const { stdout } = await callGateway(server.url, ['list', '--limit', '3', '--json']);
    const listed = JSON.parse(stdout) as readonly { readonly recallId: string }[]; // as it prints them
    expect(listed.map(({ recallId }) => recallId)).toEqual(['r-3', 'r-2', 'r-1']);
    expect(server.heard.map(({ path }) => path)).toEqual([
      '/v1/apps/shop/recalls?limit=3',
      '/v1/apps/shop/recalls?limit=1&cursor=more',
    ]);
    const { exit, stderr } = await callGateway(server.url, ['list', '--limit', '0']);
    expect({ exit, stderr }).toEqual({
      exit: 2,
      stderr: 'error --limit is "0": give a whole number from 1 to 1000000\n',
    });
  });

  it('says where there is none', async () => {
    await using server = await startFaultServer((_request, response) => json(response, 200, { recalls: [] }));
    const { stderr } = await callGateway(server.url, ['list']);
    expect(stderr).toBe(`There is no recall of shop at ${server.url}.\n`);
  });
});

describe('unpush recalls show --gateway', () => {
  it('tells who has asked what, and how it stands', async () => {
    await using server = await startFaultServer((_request, response) => json(response, 200, recallAnswer()));
    const { exit, stdout } = await callGateway(server.url, ['show', ID]);
    expect(exit).toBe(0);
    expect(stdout).toContain('  app           shop (client id 104012345)\n');
    expect(stdout).toMatch(/ {2}started {7}2026-11-\d\d .* by key oncall: INC-2041\n/);
    expect(stdout).toContain(`Recall ${ID} finished after 1.0 s\n`);
  });

  it('tells how far a list has come', async () => {
    const upload = { offset: 1_234_567, complete: false, underWay: false };
    await using server = await startFaultServer((_request, response) =>
      json(response, 200, recallAnswer({ state: 'uploading', upload })),
    );
    const { stdout } = await callGateway(server.url, ['show', ID]);
    expect(stdout).toContain('uploading: 1,234,567 bytes of its list are there (3 entries)');
    expect(stdout).not.toContain('finished');
  });
});

describe('unpush recalls stop', () => {
  it('asks for it, with the reason, and tells how to go on', async () => {
    await using server = await startFaultServer(async (request, response) => {
      await bodyOf(request);
      json(response, 202, running(1));
    });
    const { exit, stdout, stderr } = await callGateway(server.url, ['stop', ID, '--reason', 'wrong list']);
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: '' });
    expect(stderr).toContain(`unpush recalls resume ${ID} --gateway ${server.url} --app shop\n`);
    expect(server.heard.map(({ method, path, body }) => ({ method, path, body }))).toEqual([
      { method: 'POST', path: `/v1/apps/shop/recalls/${ID}/stop`, body: '{"reason":"wrong list"}' },
    ]);
  });
});

describe('unpush recalls resume --gateway', () => {
  it('asks for it, and watches to the end', async () => {
    await using server = await startFaultServer(async (request, response) => {
      if (request.url?.endsWith('/events') === true) {
        response.writeHead(200, { 'Content-Type': 'text/event-stream' });
        response.end(`event: end\ndata: ${JSON.stringify(recallAnswer())}\n\n`);
        return;
      }
      await bodyOf(request);
      json(response, 202, running(1));
    });
    const { exit, stdout } = await callGateway(server.url, ['resume', ID, '--retry-unknown']);
    expect(exit).toBe(0);
    expect(stdout).toContain(`Recall ${ID} finished`);
    expect(server.heard[0]).toMatchObject({ method: 'POST', body: '{"retryUnknown":true}' });
  });

  it('refuses what is up to the gateway, and at home what only a gateway has', async () => {
    await using server = await startFaultServer((_request, response) => json(response, 200, recallAnswer()));
    const { exit, stderr } = await callGateway(server.url, ['resume', ID, '--quota', '100']);
    expect(exit).toBe(2);
    expect(stderr).toContain('--quota does not go with --gateway');
    expect(server.heard).toEqual([]);
  });
});

describe('unpush recalls forget --gateway', () => {
  const withRecall =
    (answer: ReturnType<typeof recallAnswer>): Handler =>
    (request, response) => {
      if (request.method === 'DELETE') response.writeHead(204).end();
      else json(response, 200, answer);
    };
  const { targets } = recallAnswer();

  it.each([
    ['finished', recallAnswer(), 'is forgotten: the targets that the gateway kept are deleted'],
    ['uploading', recallAnswer({ state: 'uploading' }), 'is dropped: what came of its list is deleted'],
    [
      'stopped',
      recallAnswer({ state: 'stopped', targets: { ...targets, accepted: 1, notAttempted: 2 } }),
      '2 targets cannot be gone on with',
    ],
  ])('deletes the targets of one that is %s', async (_state, answer, words) => {
    await using server = await startFaultServer(withRecall(answer));
    const { exit, stderr } = await callGateway(server.url, ['forget', ID, '--confirm', ID]);
    expect(exit).toBe(0);
    expect(stderr).toContain(words);
    expect(server.heard.map(({ method }) => method)).toEqual(['GET', 'DELETE']);
  });

  it.each([
    ['is under way', running(1), 'is under way at the gateway: nothing was deleted'],
    [
      'could go on, and is not confirmed',
      recallAnswer({ state: 'stopped', targets: { ...targets, accepted: 1, notAttempted: 2 } }),
      `give --confirm ${ID} if that is meant`,
    ],
  ])('deletes nothing of one that %s', async (_what, answer, words) => {
    await using server = await startFaultServer(withRecall(answer));
    const { exit, stderr } = await callGateway(server.url, ['forget', ID]);
    expect(exit).toBe(2);
    expect(stderr).toContain(words);
    expect(server.heard.map(({ method }) => method)).toEqual(['GET']);
  });
});

describe('a recall that is asked for something, where the answer is lost', () => {
  it.each([['stop'], ['resume'], ['forget', '--confirm', ID]])(
    'says that it may have been done, and what shows it: %s',
    async (command, ...more) => {
      await using server = await startFaultServer(async (request, response) => {
        await bodyOf(request);
        if (request.method === 'GET') json(response, 200, recallAnswer());
        else response.destroy();
      });
      const { exit, stdout, stderr } = await callGateway(server.url, [command, ID, ...more]);
      expect({ exit, stdout }).toEqual({ exit: 4, stdout: '' });
      expect(stderr).toContain('cannot be reached, or has broken off');
      expect(stderr).toContain(
        `Nobody here knows whether the gateway has done it. See how it stands, and ask again if need be:\n  unpush recalls show ${ID} --gateway ${server.url} --app shop\n`,
      );
    },
  );
});

describe('unpush recalls report and evidence --gateway', () => {
  const LINES = '{"target":"t-1","outcome":"unknown"}\n{"target":"t-2","outcome":"rejected"}\n';
  const KEY_TEXT = `${JSON.stringify({ recallId: ID, by: ANSWERED.by })}\n`;
  const streaming: Handler = (request, response) => {
    const isKey = request.url?.endsWith('/evidence-key') === true;
    response.writeHead(200, { 'Content-Type': isKey ? 'text/plain' : 'application/x-ndjson' });
    response.write(isKey ? KEY_TEXT : LINES.slice(0, 50));
    setTimeout(() => response.end(isKey ? '' : LINES.slice(50)), 20);
  };

  it('print what the gateway has, to the last byte', async () => {
    await using server = await startFaultServer(streaming);
    expect((await callGateway(server.url, ['report', ID, '--all'])).stdout).toBe(LINES);
    expect(server.heard[0]?.path).toBe(`/v1/apps/shop/recalls/${ID}/report?all=true`);
    expect((await callGateway(server.url, ['evidence', ID])).stdout).toBe(LINES);
  });

  it('write files for their owner only', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'unpush-files-'));
    await using server = await startFaultServer(streaming);
    const [evidence, key] = [join(folder, 'evidence.ndjson'), join(folder, 'evidence.key')];
    const { exit, stderr } = await callGateway(server.url, ['evidence', ID, evidence, '--with-key', key]);
    expect(exit).toBe(0);
    expect(stderr).toContain(`${evidence}: 2 lines\n`);
    expect(await readFile(evidence, 'utf8')).toBe(LINES);
    expect(await readFile(key, 'utf8')).toBe(KEY_TEXT);
    for (const file of [evidence, key]) expect((await stat(file)).mode & 0o777).toBe(0o600);
    await rm(folder, { recursive: true });
  });

  it('leave no half of a file where the stream breaks off', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'unpush-files-'));
    await using server = await startFaultServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/x-ndjson', 'Content-Length': LINES.length });
      response.write(LINES.slice(0, 50));
      setTimeout(() => response.destroy(), 20);
    });
    const report = join(folder, 'left.ndjson');
    const { exit, stderr } = await callGateway(server.url, ['report', ID, '--report', report]);
    expect(exit).toBe(2);
    expect(stderr).toContain('cannot be reached, or has broken off');
    await expect(stat(report)).rejects.toThrow('ENOENT');
    await rm(folder, { recursive: true });
  });
});
