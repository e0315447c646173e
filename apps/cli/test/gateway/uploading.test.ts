import { describe, expect, it } from 'vitest';
import { callGateway } from './support/call-gateway.ts';
import { ID, recallAnswer } from './support/answers.ts';
import { bodyOf, json, problem, startFaultServer } from './support/fault-server.ts';

const upload = { offset: 4096, complete: false, underWay: false };
const uploading = recallAnswer({ state: 'uploading', upload });

describe('a recall whose list is not complete', () => {
  it.each(['stop', 'resume'])(
    'is not there to be asked to %s, and what can be done is said',
    async (action) => {
      await using server = await startFaultServer(async (request, response) => {
        if (request.method === 'GET') {
          json(response, 200, uploading);
          return;
        }
        await bodyOf(request);
        json(response, 400, problem('invalid-request', 400));
      });
      const { exit, stdout, stderr } = await callGateway(server.url, [action, ID]);
      expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
      expect(stderr).toContain(`the list of recall ${ID} is not complete at the gateway`);
      expect(stderr).toContain(
        'go on with its list by the command that began it, with its --idempotency-key',
      );
      expect(stderr).toContain(`or drop it: unpush recalls forget ${ID} --gateway ${server.url} --app shop`);
    },
  );

  it('is left to the words of the gateway where the key may not read it', async () => {
    await using server = await startFaultServer(async (request, response) => {
      if (request.method === 'GET') {
        json(response, 403, problem('forbidden', 403));
        return;
      }
      await bodyOf(request);
      json(response, 400, problem('invalid-request', 400));
    });
    const { exit, stderr } = await callGateway(server.url, ['stop', ID]);
    expect(exit).toBe(2);
    expect(stderr).toContain('refused (HTTP 400). Title of invalid-request');
  });

  it('is watched with a word of what it waits for', async () => {
    await using server = await startFaultServer((request, response) => {
      if (request.url?.endsWith('/events') !== true) {
        json(response, 200, uploading);
        return;
      }
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.end(`event: end\ndata: ${JSON.stringify(recallAnswer())}\n\n`);
    });
    const { exit, stderr } = await callGateway(server.url, ['watch', ID]);
    expect(exit).toBe(0);
    expect(stderr).toContain(
      `The list of recall ${ID} is not complete at the gateway, so nothing is sent yet`,
    );
    expect(stderr).toContain('Waiting for the rest of it…\n');
  });
});
