import { createPrivateKey } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, createEmulator } from '../../src/index.ts';
import { makeJwt } from '../support/make-jwt.ts';

let emulator: Emulator;
beforeEach(() => {
  emulator = createEmulator();
});

const ask = (method: string, path: string, body?: unknown) =>
  emulator.fetch(
    new Request(`http://localhost:4400${path}`, {
      method,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    }),
  );
const json = async (response: Promise<Response>) => (await response).json();
const makeApp = () => ask('POST', '/_emulator/apps', { clientId: '42', projectId: '4242', name: 'Shop' });

describe('apps', () => {
  it('are made and listed without their keys', async () => {
    const made = await makeApp();
    expect(made.status).toBe(201);
    const app = {
      clientId: '42',
      projectId: '4242',
      name: 'Shop',
      pushEnabled: true,
      mayRevoke: true,
      keyId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      devices: 0,
      serviceAccount: '/_emulator/apps/42/service-account.json',
    };
    expect(await made.json()).toEqual(app);
    expect(await json(ask('GET', '/_emulator/apps'))).toEqual([app]);
  });

  it('are made out of nothing but an empty body', async () => {
    expect(await json(ask('POST', '/_emulator/apps'))).toMatchObject({
      clientId: expect.stringMatching(/^\d{9}$/) as string,
      projectId: expect.stringMatching(/^\d{18}$/) as string,
    });
  });

  it('have a key file to download, of the shape of the vendor', async () => {
    await makeApp();
    const response = await ask('GET', '/_emulator/apps/42/service-account.json');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="service-account-42.json"',
    );
    const file = (await response.json()) as Record<string, string>;
    expect(file).toEqual({
      project_id: '4242',
      key_id: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      private_key: expect.stringMatching(
        /^-----BEGIN PRIVATE KEY-----\n\S+\n-----END PRIVATE KEY-----\n$/,
      ) as string,
      sub_account: expect.stringMatching(/^\d{9}$/) as string,
      auth_uri: 'https://oauth-login.cloud.huawei.com/oauth2/v3/authorize',
      token_uri: 'https://oauth-login.cloud.huawei.com/oauth2/v3/token',
      auth_provider_cert_uri: 'https://oauth-login.cloud.huawei.com/oauth2/v3/certs',
      client_cert_uri: `https://oauth-login.cloud.huawei.com/oauth2/v3/x509?client_id=${file['sub_account']!}`,
    });
    const key = createPrivateKey(file['private_key']!);
    expect(key.asymmetricKeyDetails).toMatchObject({ modulusLength: 2048, publicExponent: 65_537n });
  });

  it('may have a key of 4096 bits', async () => {
    const { clientId } = await emulator.huawei.createApp({ keyBits: 4096 });
    const key = createPrivateKey(emulator.huawei.app(clientId).serviceAccount.private_key);
    expect(key.asymmetricKeyDetails).toMatchObject({ modulusLength: 4096 });
  });

  it('live on with the key file of an earlier run', async () => {
    const { serviceAccount } = await createEmulator().huawei.createApp({ projectId: '4242' });
    const made = await ask('POST', '/_emulator/apps', { clientId: '42', serviceAccount });
    expect(await made.json()).toMatchObject({ projectId: '4242', keyId: serviceAccount.key_id });
    expect(await json(ask('GET', '/_emulator/apps/42/service-account.json'))).toEqual(serviceAccount);
    const elsewhere = await ask('POST', '/_emulator/apps', { projectId: '7', serviceAccount });
    expect(elsewhere.status).toBe(409);
    expect(await elsewhere.json()).toMatchObject({ detail: 'the key is of the project 4242, not of 7' });
  });

  it('are not made twice', async () => {
    await makeApp();
    const response = await makeApp();
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ detail: 'there is an app 42 already' });
  });
});

describe('a whole rehearsal over HTTP', () => {
  it('makes devices, tells them, clicks one, revokes, and looks', async () => {
    await makeApp();
    const devices = await json(ask('POST', '/_emulator/apps/42/devices', { tokens: ['a', 'b', 'c'] }));
    expect(devices).toEqual({ devices: 3, tokens: ['a', 'b', 'c'] });
    const delivery = await json(ask('POST', '/_emulator/apps/42/deliveries', { notifyId: 9, title: 'Oops' }));
    expect(delivery).toEqual({ notifyId: 9, devices: 3 });
    expect(await json(ask('GET', '/_emulator/trays/a'))).toMatchObject([
      { notifyId: 9, title: 'Oops', clicked: false },
    ]);
    expect(await json(ask('POST', '/_emulator/clicks', { token: 'b', notifyId: 9 }))).toEqual({
      clicked: true,
    });
    const revoked = await emulator.fetch(
      new Request('http://localhost:4400/v1/42/messages:revoke', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'push-type': '0',
          authorization: `Bearer ${makeJwt(emulator.huawei.app('42').serviceAccount, Date.now())}`,
        },
        body: '{"notifyId":9,"token":["a","b"]}',
      }),
    );
    expect(await revoked.json()).toMatchObject({ code: '80000000' });
    expect(await json(ask('GET', '/_emulator/trays/a'))).toEqual([]);
    expect(await json(ask('GET', '/_emulator/trays/b'))).toMatchObject([{ clicked: true }]);
    expect(await json(ask('GET', '/_emulator/apps/42/revocations?notifyId=9'))).toEqual({
      count: 2,
      times: { a: 1, b: 1 },
    });
    expect(await json(ask('GET', '/_emulator/requests'))).toMatchObject([
      { code: '80000000', tokenCount: 2 },
    ]);
    expect((await ask('DELETE', '/_emulator/requests')).status).toBe(204);
    expect(await json(ask('GET', '/_emulator/requests'))).toEqual([]);
  });
});

describe('devices', () => {
  beforeEach(makeApp);

  it('are made by the thousand, and shown in pages', async () => {
    const made = (await json(ask('POST', '/_emulator/apps/42/devices', { count: 2500 }))) as {
      tokens: string[];
    };
    expect(made).toMatchObject({ devices: 2500 });
    expect(made.tokens).toHaveLength(1000);
    const page = await json(ask('GET', '/_emulator/apps/42/devices?offset=998&limit=2'));
    expect(page).toEqual({ devices: 2500, offset: 998, limit: 2, tokens: made.tokens.slice(998) });
  });

  it.each([
    ['txt', 'text/plain; charset=utf-8', 'a\nb"x\n'],
    ['csv', 'text/csv; charset=utf-8', 'token\r\na\r\n"b""x"\r\n'],
    ['ndjson', 'application/x-ndjson; charset=utf-8', '{"token":"a"}\n{"token":"b\\"x"}\n'],
    ['json', 'application/json; charset=utf-8', '["a",\n"b\\"x"]\n'],
  ])('have a token list as %s', async (format, contentType, text) => {
    emulator.huawei.createDevices({ clientId: '42', tokens: ['a', 'b"x'] });
    const response = await ask('GET', `/_emulator/tokens?clientId=42&format=${format}`);
    expect(response.headers.get('content-type')).toBe(contentType);
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="tokens-42.${format}"`);
    expect(await response.text()).toBe(text);
  });

  it('have a token list of any length, none too', async () => {
    expect(await (await ask('GET', '/_emulator/tokens?clientId=42')).text()).toBe('');
    expect(await (await ask('GET', '/_emulator/tokens?clientId=42&format=json')).text()).toBe('[]\n');
    const tokens = emulator.huawei.createDevices({ clientId: '42', count: 20_001 });
    const text = await (await ask('GET', '/_emulator/tokens?clientId=42')).text();
    expect(text === tokens.map((token) => `${token}\n`).join('')).toBe(true);
  });
});

describe('quota, faults and settings', () => {
  beforeEach(makeApp);

  it('are put and taken away', async () => {
    expect((await ask('PUT', '/_emulator/apps/42/quota', { devicesPerSecond: 5 })).status).toBe(200);
    expect((await ask('DELETE', '/_emulator/apps/42/quota')).status).toBe(204);
    const fault = { times: 2, action: { type: 'status', status: 502 } };
    const complete = { times: 2, action: { type: 'status', status: 502, body: 'empty', acts: false } };
    expect(await json(ask('PUT', '/_emulator/faults', [fault]))).toEqual([{ fault: complete, played: 0 }]);
    expect(await json(ask('GET', '/_emulator/faults'))).toEqual([{ fault: complete, played: 0 }]);
    expect((await ask('DELETE', '/_emulator/faults')).status).toBe(204);
    expect(await json(ask('GET', '/_emulator/faults'))).toEqual([]);
  });

  it('PATCH changes the settings it names', async () => {
    await ask('PATCH', '/_emulator/huawei/behaviour', { unknownTokens: 'refuse' });
    await ask('PATCH', '/_emulator/huawei/behaviour', { codeType: 'number' });
    expect(await json(ask('GET', '/_emulator/huawei/behaviour'))).toEqual({
      unknownTokens: 'refuse',
      partialCode: '80100020',
      illegalTokens: 'json',
      illegalTokenReason: 'tokenFormatError',
      nothingToRevoke: '80000000',
      otherPushType: 'revoke',
      successMessage: 'Success',
      codeType: 'number',
      httpStatus: {},
      clockSkewSeconds: 0,
    });
  });
});

interface Wrong {
  readonly ask: string;
  readonly body?: unknown;
  readonly status: number;
  readonly detail: RegExp;
}

describe('a wrong request', () => {
  beforeEach(makeApp);

  it.each<Wrong>([
    { ask: 'POST /_emulator/apps', body: '{', status: 400, detail: /^The body is not JSON: / },
    {
      ask: 'POST /_emulator/apps',
      body: { clientId: 'a/b' },
      status: 400,
      detail: /^clientId: expected 1 to 64 letters/,
    },
    { ask: 'POST /_emulator/apps', body: { colour: 'red' }, status: 400, detail: /colour/ },
    { ask: 'POST /_emulator/apps/42/devices', body: { count: 0 }, status: 400, detail: /^count: / },
    {
      ask: 'POST /_emulator/apps/42/devices',
      body: {},
      status: 400,
      detail: /^expected \{ "count": 1 to 10000000 \} or/,
    },
    { ask: 'POST /_emulator/apps/42/deliveries', body: { notifyId: -1 }, status: 400, detail: /^notifyId: / },
    {
      ask: 'PUT /_emulator/apps/42/quota',
      body: { devicesPerSecond: 0 },
      status: 400,
      detail: /^devicesPerSecond: /,
    },
    {
      ask: 'PUT /_emulator/faults',
      body: [{ action: { type: 'status' } }],
      status: 400,
      detail: /^0\.action\.status: /,
    },
    {
      ask: 'PATCH /_emulator/huawei/behaviour',
      body: { codeType: 'roman' },
      status: 400,
      detail: /^codeType: /,
    },
    { ask: 'GET /_emulator/apps/42/revocations', status: 400, detail: /^notifyId: / },
    { ask: 'GET /_emulator/tokens', status: 400, detail: /^clientId: / },
    {
      ask: 'POST /_emulator/apps/43/devices',
      body: { count: 1 },
      status: 404,
      detail: /^there is no app 43$/,
    },
    { ask: 'GET /_emulator/tokens?clientId=43', status: 404, detail: /^there is no app 43$/ },
    { ask: 'GET /_emulator/trays/nobodys', status: 404, detail: /^there is no device with this token$/ },
    { ask: 'GET /_emulator/app', status: 404, detail: /^There is no GET \/_emulator\/app here/ },
  ])('$ask $body is told what is wrong', async ({ ask: line, body, status, detail }) => {
    const [method = '', path = ''] = line.split(' ');
    const response = await ask(method, path, body);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ status, detail: expect.stringMatching(detail) as string });
  });
});

describe('the page at /', () => {
  it('says what this is and what there is', async () => {
    const text = await (await ask('GET', '/')).text();
    expect(text).toContain('stands in for Huawei Push Kit');
    expect(text).toContain('POST /v1/{clientId}/messages:revoke');
    expect(text).toContain('PUT    /_emulator/apps/{clientId}/quota');
  });

  it('has /healthz beside it', async () => {
    expect(await json(ask('GET', '/healthz'))).toEqual({ status: 'ok' });
  });
});
