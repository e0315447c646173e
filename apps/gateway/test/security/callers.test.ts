import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recallOf, upload, startGuarded, type Guarded } from './support/guarded.ts';
import { expectProblem } from './support/problems.ts';

/** Everything below an app, and the scopes of which each is enough. */
const OPERATIONS = [
  ['POST', '/recalls', ['start']],
  ['GET', '/recalls', ['read']],
  ['GET', '/recalls/ID', ['read']],
  ['GET', '/recalls/ID/events', ['read']],
  ['HEAD', '/recalls/ID/targets', ['start']],
  ['PATCH', '/recalls/ID/targets', ['start']],
  ['GET', '/recalls/ID/report', ['read']],
  ['GET', '/recalls/ID/evidence', ['read']],
  ['GET', '/recalls/ID/evidence-key', ['read']],
  ['POST', '/recalls/ID/stop', ['stop']],
  ['POST', '/recalls/ID/resume', ['start']],
  ['DELETE', '/recalls/ID', ['stop', 'start']],
] as const;

const OF_A_RECALL = OPERATIONS.filter(([, path]) => path.includes('ID'));

describe('the gateway keeps out whoever', () => {
  let guarded: Guarded;
  beforeAll(async () => {
    guarded = await startGuarded();
  }, 120_000);
  afterAll(() => guarded[Symbol.asyncDispose]());

  /** A request of each operation that could be meant, so that nothing but the caller is wrong with it. */
  const request = (method: string, path: string): RequestInit => {
    if (path === '/recalls' && method === 'POST') {
      const body = JSON.stringify({ selector: { notifyId: 7 }, targets: ['a'] });
      return { method, body, headers: { 'Content-Type': 'application/json' } };
    }
    if (method === 'PATCH') {
      return { method, body: 'a\n', headers: { 'Content-Type': 'text/plain', 'Upload-Offset': '0' } };
    }
    return { method };
  };

  /** A recall of the app `shop` that has ended. */
  async function endedRecall(notifyId: number): Promise<string> {
    const { tokens } = guarded.gateway.scene;
    const begun = await guarded.call(
      `/v1/apps/shop/recalls?notifyId=${String(notifyId)}`,
      upload(tokens.join('\n')),
    );
    const { recallId } = await recallOf(begun);
    await guarded.gateway.until(recallId, ({ state }) => state === 'finished');
    return recallId;
  }

  it.each(OPERATIONS)('has no key: %s %s', async (method, path) => {
    const address = `/v1/apps/shop${path.replace('ID', 'r-1')}`;
    const response = await guarded.call(address, { ...request(method, path), as: { key: '' } });
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer');
    if (method === 'HEAD') expect(response.status).toBe(401);
    else await expectProblem(response, [401, 'unauthorized']);
  });

  it('has a key that is not of the gateway, which is not repeated', async () => {
    const key = 'kZ3v9-a-key-that-nobody-was-given';
    for (const offered of [key, guarded.gateway.scene.key.slice(0, -1), `${guarded.gateway.scene.key}A`]) {
      const response = await guarded.call('/v1/apps/shop/recalls', { as: { key: offered } });
      await expectProblem(response, [401, 'unauthorized'], [offered]);
    }
    const basic = await guarded.call('/v1/apps', {
      as: { key: '' },
      headers: { Authorization: `Basic ${btoa(`oncall:${guarded.gateway.scene.key}`)}` },
    });
    await expectProblem(basic, [401, 'unauthorized'], [guarded.gateway.scene.key]);
    const byQuery = await guarded.call(`/v1/apps?access_token=${guarded.gateway.scene.key}`, {
      as: { key: '' },
    });
    await expectProblem(byQuery, [401, 'unauthorized'], [guarded.gateway.scene.key]);
  });

  it('says to be somebody else: what the door tells the object cannot come from outside', async () => {
    const caller = JSON.stringify({
      by: 'root',
      scopes: ['start', 'read', 'stop'],
      app: 'shop',
      language: 'en',
    });
    const claimed = { 'Unpush-Caller': caller };
    const none = await guarded.call('/v1/apps/shop/recalls', { as: { key: '' }, headers: claimed });
    await expectProblem(none, [401, 'unauthorized']);
    const begun = await guarded.call('/v1/apps/shop/recalls?notifyId=70', {
      ...upload('a\n', { ...claimed, 'Upload-Complete': '?0' }),
      as: 'starter',
    });
    expect((await recallOf(begun)).audit.map(({ by }) => by)).toEqual(['starter']);
    const assertion = await guarded.call('/v1/apps', {
      as: { key: '' },
      headers: { 'Cf-Access-Jwt-Assertion': 'e30.e30.e30', 'Cf-Access-Authenticated-User-Email': 'a@b.c' },
    });
    await expectProblem(assertion, [401, 'unauthorized']);
  });

  for (const [method, path, scopes] of OPERATIONS) {
    const without = [
      ['starter', 'start'],
      ['reader', 'read'],
      ['stopper', 'stop'],
    ].filter(([, scope]) => !scopes.some((enough) => enough === scope));
    it.each(without)(`has another scope: ${method} ${path} as %s`, async (as) => {
      const address = `/v1/apps/shop${path.replace('ID', 'r-1')}`;
      const response = await guarded.call(address, { ...request(method, path), as });
      expect(response.headers.get('WWW-Authenticate')).toContain('insufficient_scope');
      if (method === 'HEAD') expect(response.status).toBe(403);
      else await expectProblem(response, [403, 'forbidden']);
    });
  }

  it('asks for an app of others, which is answered as one that there is not', async () => {
    const bodies = await Promise.all(
      ['shop', 'nowhere'].map(async (app) => {
        const response = await guarded.call(`/v1/apps/${app}/recalls`, { as: 'banker' });
        const problem = await expectProblem(response, [404, 'app-not-found']);
        expect(problem.errors).toEqual([{ field: 'app', problem: `is the string "${app}"` }]);
        return { ...problem, errors: [] };
      }),
    );
    expect(bodies[0]).toEqual(bodies[1]);
    const { apps } = (await (await guarded.call('/v1/apps', { as: 'banker' })).json()) as {
      readonly apps: readonly { readonly name: string }[]; // the contract says so
    };
    expect(apps.map(({ name }) => name)).toEqual(['bank']);
  });

  it("asks for another app's recall under their own app, which is answered as one that there is not", async () => {
    const { notifyId, tokens } = guarded.gateway.scene;
    const foreign = await endedRecall(notifyId);
    const none = foreign.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'));
    for (const [method, path] of OF_A_RECALL) {
      const texts = [];
      for (const id of [foreign, none]) {
        const address = `/v1/apps/bank${path.replace('ID', id)}`;
        const response = await guarded.call(address, { ...request(method, path), as: 'banker' });
        if (method === 'HEAD') expect(response.status).toBe(404);
        else {
          const problem = await expectProblem(response, [404, 'recall-not-found'], tokens);
          texts.push(JSON.stringify(problem).replaceAll(id, 'ID'));
        }
      }
      expect(texts[0]).toBe(texts[1]);
    }
    expect((await guarded.gateway.readRecall(foreign)).forgotten).toBe(false);
  });

  it('calls from a page elsewhere: no origin is allowed unless it is named', async () => {
    const headers = { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'POST' };
    const asked = await guarded.call('/v1/apps/shop/recalls', {
      method: 'OPTIONS',
      as: { key: '' },
      headers,
    });
    const got = await guarded.call('/v1/apps', { headers });
    for (const answer of [asked, got]) {
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
  it('tries many keys, for a while, but nobody who has one', async () => {
    const answers = [];
    for (let times = 0; times < 30; times++)
      answers.push(await guarded.call('/v1/apps', { as: { key: 'guess' } }));
    const last = answers.at(-1);
    expect(last?.headers.get('Retry-After')).toBe('60');
    if (last !== undefined) await expectProblem(last, [429, 'too-many-attempts']);
    expect((await guarded.call('/v1/apps')).status).toBe(200);
  });
});
