import { beforeEach, describe, expect, it } from 'vitest';
import { type MpaasBench, setUpMpaas } from '../support/mpaas-bench.ts';

let bench: MpaasBench;
beforeEach(() => {
  bench = setUpMpaas();
});

const ask = (method: string, path: string, body?: unknown) =>
  bench.emulator.fetch(
    new Request(`http://localhost:4400/_emulator/mpaas${path}`, {
      method,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    }),
  );
const json = async (response: Promise<Response>) => (await response).json();
const APP = '/apps/ONEX570DA89211721/test';

describe('apps of mPaaS', () => {
  it('are made and listed without their secrets', async () => {
    const made = await ask('POST', '/apps', { appId: 'ONEX1', name: 'Shop' });
    expect(made.status).toBe(201);
    const app = {
      appId: 'ONEX1',
      workspaceId: 'default',
      name: 'Shop',
      pushApiEnabled: true,
      accessKeyId: expect.stringMatching(/^LTAI\w{20}$/) as string,
      devices: 0,
      users: 0,
      accessKey: '/_emulator/mpaas/apps/ONEX1/default/access-key.json',
    };
    expect(await made.json()).toEqual(app);
    const list = (await json(ask('GET', '/apps'))) as unknown[];
    expect(list).toHaveLength(2);
    expect(list[1]).toEqual(app);
    expect(JSON.stringify(list)).not.toContain('testsecret');
  });

  it('are made out of nothing but an empty body', async () => {
    expect(await json(ask('POST', '/apps'))).toMatchObject({
      appId: expect.stringMatching(/^ONEX[0-9A-F]{13}$/) as string,
      workspaceId: 'default',
    });
  });

  it('have an access key to download', async () => {
    const response = await ask('GET', `${APP}/access-key.json`);
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="access-key-ONEX570DA89211721.json"',
    );
    expect(await response.json()).toEqual({ accessKeyId: 'testid', accessKeySecret: 'testsecret' });
  });

  it('live on with the access key of an earlier run, but not with another secret', async () => {
    const accessKey = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };
    expect((await ask('POST', '/apps', { appId: 'second', accessKey })).status).toBe(201);
    const given = { AppId: 'second', WorkspaceId: 'default' };
    expect((await bench.revoke(given)).body).toMatchObject({ PushResult: { ResultMsg: '3028' } });
    const other = { ...accessKey, accessKeySecret: 'othersecret' };
    const refused = await ask('POST', '/apps', { appId: 'third', accessKey: other });
    expect([refused.status, await refused.json()]).toMatchObject([
      409,
      { detail: 'there is an access key testid already, and its secret is another' },
    ]);
  });

  it('are not made twice in one workspace', async () => {
    const name = { appId: 'ONEX570DA89211721', workspaceId: 'test' };
    const response = await ask('POST', '/apps', name);
    expect(response.status).toBe(409);
    expect((await ask('POST', '/apps', { ...name, workspaceId: 'product' })).status).toBe(201);
  });
});

describe('a whole rehearsal over HTTP', () => {
  it('makes devices, tells them, clicks one, revokes, and looks', async () => {
    expect(await json(ask('POST', `${APP}/devices`, { ids: ['a', 'b'], channel: 'vivo' }))).toEqual({
      devices: 2,
      ids: ['a', 'b'],
    });
    expect(await json(ask('POST', `${APP}/users`, { users: [{ userId: 'u', device: 'b' }] }))).toEqual({
      users: 1,
    });
    expect(await json(ask('POST', `${APP}/deliveries`, { messageId: 'm', title: 'Oops' }))).toEqual({
      messageId: 'm',
      targets: 2,
    });
    expect(await json(ask('GET', `${APP}/trays?user=u`))).toMatchObject([
      { messageId: 'm', title: 'Oops', clicked: false, revoked: false },
    ]);
    const click = { device: 'b', messageId: 'm' };
    expect(await json(ask('POST', `${APP}/clicks`, click))).toEqual({ clicked: true });
    await bench.revoke({ MessageId: 'm', TargetId: 'a' });
    await bench.revoke({ MessageId: 'm', TargetId: 'b' });
    expect(await json(ask('GET', `${APP}/trays?device=a`))).toEqual([]);
    expect(await json(ask('GET', `${APP}/trays?device=b`))).toMatchObject([{ clicked: true }]);
    expect(await json(ask('GET', `${APP}/revocations?messageId=m`))).toEqual({
      count: 2,
      times: { a: 1, b: 1 },
    });
    expect(await json(ask('POST', `${APP}/clears`, click))).toEqual({ cleared: true });
    expect(await json(ask('GET', `${APP}/trays?device=b`))).toEqual([]);
  });

  it('broadcasts a task and takes it back', async () => {
    await ask('POST', `${APP}/devices`, { count: 3 });
    const task = (await json(ask('POST', `${APP}/tasks`, { title: 'All' }))) as { taskId: string };
    expect(task).toMatchObject({ targets: 3 });
    await bench.call('RevokePushTask', { TaskId: task.taskId });
    expect(await json(ask('GET', `${APP}/revocations?taskId=${task.taskId}`))).toEqual({
      count: 1,
      times: { [task.taskId]: 1 },
    });
  });
});

describe('devices and users of mPaaS', () => {
  beforeEach(async () => {
    await ask('POST', `${APP}/devices`, { ids: ['a', 'b"x'] });
    await ask('POST', `${APP}/users`, { users: [{ userId: 'u', device: 'a' }] });
  });

  it('are shown in pages', async () => {
    expect(await json(ask('GET', `${APP}/devices?offset=1&limit=5`))).toEqual({
      devices: 2,
      offset: 1,
      limit: 5,
      ids: ['b"x'],
    });
    expect(await json(ask('GET', `${APP}/users`))).toMatchObject({ users: 1, ids: ['u'] });
  });

  it.each([
    ['txt', 'text/plain; charset=utf-8', 'a\nb"x\n'],
    ['csv', 'text/csv; charset=utf-8', 'target\r\na\r\n"b""x"\r\n'],
    ['ndjson', 'application/x-ndjson; charset=utf-8', '{"target":"a"}\n{"target":"b\\"x"}\n'],
    ['json', 'application/json; charset=utf-8', '["a",\n"b\\"x"]\n'],
  ])('have a list of targets as %s', async (format, contentType, text) => {
    const response = await ask('GET', `${APP}/targets?format=${format}`);
    expect(response.headers.get('content-type')).toBe(contentType);
    expect(await response.text()).toBe(text);
  });

  it('have a list of users too', async () => {
    const response = await ask('GET', `${APP}/targets?of=users`);
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="users-ONEX570DA89211721.txt"',
    );
    expect(await response.text()).toBe('u\n');
  });
});

describe('the console of mPaaS', () => {
  it('makes further keys, shows their secrets once and lists them without', async () => {
    const made = (await json(ask('POST', '/access-keys', { expiresAt: 1_900_000_000_000 }))) as Record<
      string,
      unknown
    >;
    expect(made).toEqual({
      accessKeyId: expect.stringMatching(/^STS\.\w{20}$/) as string,
      accessKeySecret: expect.stringMatching(/^\w{30}$/) as string,
      securityToken: expect.stringMatching(/^\w{120}$/) as string,
      expiresAt: 1_900_000_000_000,
      active: true,
      mayCall: true,
      mayUse: 'every-app',
    });
    const list = await json(ask('GET', '/access-keys'));
    expect(list).toMatchObject([{ accessKeyId: 'testid' }, { accessKeyId: made['accessKeyId'] }]);
    expect(JSON.stringify(list)).not.toMatch(/secret|token/i);
  });

  it('turns the push API off and on', async () => {
    expect(await json(ask('PUT', `${APP}/push-api`, { position: 'off' }))).toEqual({ position: 'off' });
    expect((await bench.revoke()).body).toMatchObject({ PushResult: { ResultMsg: '3032' } });
    await ask('PUT', `${APP}/push-api`, { position: 'on' });
    expect((await bench.revoke()).body).toMatchObject({ PushResult: { ResultMsg: '3028' } });
  });

  it('sets a quota and lifts it', async () => {
    const quota = { requestsPerSecond: 1, status: 429, retryAfterMs: 250 };
    expect(await json(ask('PUT', `${APP}/quota`, quota))).toEqual(quota);
    expect([(await bench.revoke()).status, (await bench.revoke()).status]).toEqual([200, 429]);
    expect((await ask('DELETE', `${APP}/quota`)).status).toBe(204);
    expect((await bench.revoke()).status).toBe(200);
  });

  it('PATCH changes the settings it names', async () => {
    const before = await json(ask('GET', '/behaviour'));
    expect(await json(ask('PATCH', '/behaviour', { codeForm: 'name' }))).toEqual({
      ...(before as object),
      codeForm: 'name',
    });
    expect((await bench.revoke()).body).toMatchObject({ PushResult: { ResultMsg: 'INVALID_PARAM' } });
  });
});

interface Wrong {
  readonly ask: string;
  readonly body?: unknown;
  readonly status: number;
  readonly detail: RegExp;
}

describe('a wrong request', () => {
  it.each<Wrong>([
    { ask: 'POST /apps', body: '{', status: 400, detail: /^The body is not JSON: / },
    { ask: 'POST /apps', body: { appId: 'a/b' }, status: 400, detail: /^appId: expected 1 to 64 letters/ },
    { ask: `POST ${APP}/devices`, body: {}, status: 400, detail: /^expected \{ "count": 1 to 10000000/ },
    { ask: `POST ${APP}/devices`, body: { count: 1, channel: 'pigeon' }, status: 400, detail: /^expected/ },
    {
      ask: `POST ${APP}/users`,
      body: { users: [{ userId: 'u', device: 'x' }] },
      status: 404,
      detail: /device x$/,
    },
    {
      ask: `POST ${APP}/deliveries`,
      body: { targets: ['x'] },
      status: 404,
      detail: /^targets\[0\] is no device/,
    },
    { ask: `POST ${APP}/tasks`, body: { kind: 'carrier' }, status: 400, detail: /^kind: / },
    { ask: `GET ${APP}/revocations`, status: 400, detail: /^expected \?messageId= or \?taskId=$/ },
    { ask: `GET ${APP}/trays`, status: 400, detail: /^expected \?device= or \?user=$/ },
    { ask: `GET ${APP}/trays?device=x`, status: 404, detail: /^the app has no device x$/ },
    { ask: `GET ${APP}/trays?user=x`, status: 404, detail: /^no device of the app has the user x$/ },
    { ask: `POST ${APP}/clicks`, body: { device: 'x' }, status: 400, detail: /^expected "device" or "user"/ },
    { ask: `PUT ${APP}/quota`, body: { requestsPerSecond: 0 }, status: 400, detail: /^requestsPerSecond: / },
    { ask: `PUT ${APP}/push-api`, body: { position: 'up' }, status: 400, detail: /^position: / },
    { ask: 'PATCH /behaviour', body: { codeForm: 'roman' }, status: 400, detail: /^codeForm: / },
    {
      ask: 'POST /access-keys',
      body: { accessKeyId: 'testid' },
      status: 409,
      detail: /access key testid already$/,
    },
    {
      ask: 'GET /apps/ONEX570DA89211721/default/targets',
      status: 404,
      detail: /^there is no app ONEX570DA89211721 in the workspace default$/,
    },
  ])('$ask $body is told what is wrong', async ({ ask: line, body, status, detail }) => {
    const [method = '', path = ''] = line.split(' ');
    const response = await ask(method, path, body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ status, detail: expect.stringMatching(detail) as string });
  });

  it('of a page of another origin is refused', async () => {
    const request = new Request('http://localhost:4400/_emulator/mpaas/apps', {
      headers: { origin: 'https://evil.test' },
    });
    expect((await bench.emulator.fetch(request)).status).toBe(403);
  });
});
