import { env } from 'cloudflare:workers';
import { runDurableObjectAlarm } from 'cloudflare:test';
import { expect, it } from 'vitest';
import { CALLER_HEADER, callerText } from '../../src/contract/caller.ts';
import type { RecallAnswer } from '../../src/contract/recall-answer.ts';
import { world } from '../support/world.ts';
import { REQUEST_ID } from './support/shop.ts';

const call = (name: string, path: string, init: RequestInit = {}): Promise<Response> => {
  const headers = new Headers(init.headers);
  headers.set(
    CALLER_HEADER,
    callerText({ by: 'ci', scopes: ['start', 'read'], app: name, language: 'zh-cn', requestId: REQUEST_ID }),
  );
  return env.RECALLS.getByName(name).fetch(`https://gateway.example/v1/apps/${name}${path}`, {
    ...init,
    headers,
  });
};

it('takes back a task, which is the one target itself', async () => {
  world.reset();
  const { accessKey, ...app } = world.emulator.mpaas.createApp();
  const { taskId } = world.emulator.mpaas.deliverTask({ ...app, title: 'Oops' });
  world.apps['news'] = { vendor: 'mpaas', ...app, accessKey: JSON.stringify(accessKey) };
  const post = (body: object): Promise<Response> =>
    call('news', '/recalls', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });

  const refused = await post({ selector: { taskId }, targets: ['device'] });
  expect([refused.status, refused.headers.get('Content-Language')]).toEqual([400, 'zh-CN']);
  expect(await refused.json()).toMatchObject({ errors: [{ field: 'targets' }] });
  expect((await post({ selector: { messageId: 'm' } })).status).toBe(400);

  const { recallId } = await (await post({ selector: { taskId } })).json<RecallAnswer>();
  const read = async (): Promise<RecallAnswer> => (await call('news', `/recalls/${recallId}`)).json();
  await expect
    .poll(async () => {
      await runDurableObjectAlarm(env.RECALLS.getByName('news'));
      return (await read()).state;
    })
    .toBe('finished');
  expect((await read()).targets.accepted).toBe(1);
  expect(world.emulator.mpaas.revocations({ ...app, taskId }).times(taskId)).toBe(1);
});
