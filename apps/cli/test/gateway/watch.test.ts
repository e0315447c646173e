import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RecallAnswer } from '../../src/gateway/client/api.ts';
import { callGateway } from './support/call-gateway.ts';
import { ID, recallAnswer, running } from './support/answers.ts';
import { json, problem, startFaultServer, type Handler } from './support/fault-server.ts';

const event = (name: string, answer: RecallAnswer): string =>
  `event: ${name}\ndata: ${JSON.stringify(answer)}\n\n`;

/** A recall whose events are told by a script, one a connection. */
const scripted = (...scripts: readonly ((response: ServerResponse) => void)[]): Handler => {
  let at = 0;
  return (request: IncomingMessage, response: ServerResponse) => {
    const { url = '' } = request;
    if (url.endsWith('/events')) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      scripts[Math.min(at++, scripts.length - 1)]?.(response);
      return;
    }
    if (url.includes('/report')) {
      response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
      response.end('{"target":"t-1","outcome":"unknown"}\n{"target":"t-2","outcome":"rejected"}\n');
      return;
    }
    json(response, 200, running(0));
  };
};

describe('unpush recalls watch', () => {
  it('goes on where the stream breaks, in the middle of an event or between two', async () => {
    await using server = await startFaultServer(
      scripted(
        (response) => {
          response.write(event('recall', running(1)));
          response.write(event('recall', running(2)).slice(0, 40));
          setTimeout(() => response.destroy(), 20);
        },
        (response) => response.end(`: still here\n\n${event('recall', running(2))}`),
        (response) => response.end(event('recall', running(3)) + event('end', recallAnswer())),
      ),
    );
    const { exit, stdout, stderr } = await callGateway(server.url, ['watch', ID]);
    expect(exit).toBe(0);
    expect(stdout).toContain(`Recall ${ID} finished after 1.0 s\n`);
    expect(stderr).toContain('3 of 3: 100%');
    expect(server.heard.filter(({ path }) => path.endsWith('/events'))).toHaveLength(3);
  });

  it('goes on where the stream ends, and the recall has not', async () => {
    await using server = await startFaultServer(
      scripted(
        (response) => response.end(event('end', running(1))),
        (response) => response.end(event('end', recallAnswer())),
      ),
    );
    const { exit, stdout } = await callGateway(server.url, ['watch', ID]);
    expect(exit).toBe(0);
    expect(stdout).toContain(`Recall ${ID} finished after 1.0 s\n`);
    expect(server.heard.filter(({ path }) => path.endsWith('/events'))).toHaveLength(2);
  });

  it('says that the upload was dropped meanwhile', async () => {
    await using server = await startFaultServer(
      scripted((response) => {
        response.write(event('recall', recallAnswer({ state: 'uploading' })));
        response.end('event: gone\ndata: {}\n\n');
      }),
    );
    const { exit, stdout, stderr } = await callGateway(server.url, ['watch', ID]);
    expect({ exit, stdout }).toEqual({ exit: 4, stdout: '' });
    expect(stderr).toContain(`recall ${ID} is no longer at the gateway`);
    expect(stderr).not.toContain('goes on at the gateway');
    expect(server.heard.filter(({ path }) => path.endsWith('/events'))).toHaveLength(1);
  });

  it('ends with what the recall has come to, as one on this machine does', async () => {
    const { targets } = recallAnswer();
    const ends: readonly (readonly [Partial<RecallAnswer>, number])[] = [
      [{ targets: { ...targets, accepted: 2, rejected: 1 } }, 3],
      [{ state: 'stopped', targets: { ...targets, accepted: 1, notAttempted: 2 } }, 4],
      [{ state: 'paused', stoppedBy: { cause: 'a cause of tomorrow' } }, 4],
    ];
    for (const [end, code] of ends) {
      await using server = await startFaultServer(
        scripted((response) => response.end(event('end', recallAnswer(end)))),
      );
      expect((await callGateway(server.url, ['watch', ID])).exit).toBe(code);
    }
  });

  it('prints the recall as JSON, and how to go on at the gateway', async () => {
    const { targets } = recallAnswer();
    const end = recallAnswer({ state: 'stopped', targets: { ...targets, accepted: 1, notAttempted: 2 } });
    await using server = await startFaultServer(scripted((response) => response.end(event('end', end))));
    const { stdout, stderr } = await callGateway(server.url, ['watch', ID, '--json']);
    expect(JSON.parse(stdout)).toEqual(end);
    expect(stderr).toContain(`  unpush recalls resume ${ID} --gateway ${server.url} --app shop\n`);
  });

  it('writes the report when it has ended', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'unpush-watch-'));
    await using server = await startFaultServer(
      scripted((response) => response.end(event('end', recallAnswer()))),
    );
    const { stdout } = await callGateway(server.url, ['watch', ID, '--report', join(folder, 'left.ndjson')]);
    expect(stdout).toContain('left.ndjson (2 lines)');
    expect(await readFile(join(folder, 'left.ndjson'), 'utf8')).toBe(
      '{"target":"t-1","outcome":"unknown"}\n{"target":"t-2","outcome":"rejected"}\n',
    );
    await rm(folder, { recursive: true });
  });

  it('leaves the recall running at Ctrl-C, and says how to stop it', async () => {
    let interrupt = (): void => undefined;
    await using server = await startFaultServer(
      scripted((response) => {
        response.write(event('recall', running(1)));
        setTimeout(() => interrupt(), 50);
      }),
    );
    const { exit, stderr } = await callGateway(server.url, ['watch', ID], {
      onInterrupt: (callback) => {
        interrupt = callback;
        return () => undefined;
      },
    });
    expect(exit).toBe(4);
    expect(stderr).toContain(`Recall ${ID} goes on at the gateway`);
    expect(stderr).toContain(`unpush recalls stop ${ID} --gateway ${server.url} --app shop\n`);
    expect(server.heard.map(({ method }) => method)).toEqual(['GET', 'GET']);
  });

  it('does not try again what is refused', async () => {
    await using server = await startFaultServer((request, response) => {
      const isEvents = request.url?.endsWith('/events') === true;
      json(response, isEvents ? 410 : 200, isEvents ? problem('recall-forgotten', 410) : running(0));
    });
    const { exit, stderr } = await callGateway(server.url, ['watch', ID]);
    expect(exit).toBe(4);
    expect(stderr).toContain('Title of recall-forgotten');
    expect(server.heard).toHaveLength(2);
  });
});
