import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDoor, setStage, type Door, type Stage } from './support/door.ts';

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

const revoke = (tokens: readonly string[]): Promise<Response> =>
  door.command('/revokes', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ notifyId: 3114932, tokens }),
  });

describe('POST /revokes', () => {
  it('takes a notification back from one phone, by the injected client', async () => {
    const response = await revoke([stage.tokens[0]!]);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ accepted: 1, rejected: [], code: '80000000' });
    expect(await stage.revoked()).toEqual(new Map([[stage.tokens[0], 1]]));
  });

  it('answers a refusal of the vendor with the text of the catalog', async () => {
    const response = await revoke(['a-phone-that-is-gone']);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      title: 'The push vendor did not accept the request',
      vendorCode: '80300007',
      detail: expect.stringMatching(/^All tokens invalid\./) as string,
    });
  });
});

describe('ApiKeyGuard', () => {
  it.each([
    ['POST', '/recalls?notifyId=3114932'],
    ['POST', '/recalls/r-0000000000/stop'],
    ['POST', '/recalls/r-0000000000/resume'],
    ['GET', '/recalls/r-0000000000/report'],
    ['GET', '/recalls/r-0000000000/evidence'],
    ['POST', '/revokes'],
  ])('keeps %s %s from whoever has no key, or a wrong one', async (method, path) => {
    expect((await door.ask(path, { method })).status).toBe(401);
    for (const key of ['Bearer the-key-of-another-test', 'Bearer ', 'Basic dGhlOmtleQ==']) {
      const response = await door.ask(path, { method, headers: { authorization: key } });
      expect(response.status).toBe(401);
    }
    expect((await door.command(path, { method })).status).not.toBe(401);
  });
});

describe('GET /health', () => {
  it('tells how the app stands, and sends no revoke for that', async () => {
    const before = await stage.revoked();
    const response = await door.ask('/health');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status: 'ok', info: { unpush: { status: 'up' } } });
    expect(await stage.revoked()).toEqual(before);
  });
});

describe('Swagger', () => {
  it('describes every route', async () => {
    const document = (await (await door.ask('/docs-json')).json()) as {
      readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    };
    const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(routes.sort()).toEqual([
      'get /health',
      'get /recalls',
      'get /recalls/{id}',
      'get /recalls/{id}/events',
      'get /recalls/{id}/evidence',
      'get /recalls/{id}/report',
      'post /recalls',
      'post /recalls/{id}/resume',
      'post /recalls/{id}/stop',
      'post /revokes',
    ]);
    expect(document.paths['/recalls']?.['post']).toMatchObject({
      security: [{ bearer: [] }],
      requestBody: {
        content: {
          'application/json': { schema: { required: ['selector', 'targets'] } },
          'text/plain': { schema: { type: 'string', format: 'binary' } },
        },
      },
    });
  });

  it('is where a browser is led to', async () => {
    const page = await door.ask('/');
    expect(page.url).toBe(`${door.url}/docs`);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });
});
