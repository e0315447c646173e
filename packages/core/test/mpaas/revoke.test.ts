import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchOf, buildMpaasRevoke, maskTarget, type MpaasApp, type MpaasSelector } from '@unpush/core';
import { MPAAS_OPERATIONS } from '@unpush/core/mpaas';
import { app, formOf, tenantApp } from './app-and-form.ts';
import { multiple, simple, template } from './operations/push-input.ts';
import { problemsOf } from './problems-of.ts';

const build = (selector: unknown, targets: readonly string[], of: unknown = app) =>
  buildMpaasRevoke({ app: of as MpaasApp, selector: selector as MpaasSelector, batch: batchOf(targets) }); // as a JavaScript caller can

describe('buildMpaasRevoke', () => {
  it('asks for a message and a target', () => {
    const request = build({ messageId: '1578807462788' }, ['user1024']);
    expect(request).toMatchObject({
      method: 'POST',
      path: '/',
      action: 'RevokePushMessage',
      version: '2020-10-28',
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    });
    // The body whose hash and signature the vendor's own client makes
    expect(formOf(request)).toBe(
      'AppId=ONEX570DA89211721&MessageId=1578807462788&TargetId=user1024&WorkspaceId=test',
    );
  });

  it('asks for a task as a whole', () => {
    const request = build({ taskId: '20842863' }, ['20842863']);
    expect(request.action).toBe('RevokePushTask');
    expect(formOf(request)).toBe('AppId=ONEX570DA89211721&TaskId=20842863&WorkspaceId=test');
  });

  it('names the tenant, where there is one', () => {
    expect(formOf(build({ taskId: '1' }, ['1'], tenantApp))).toBe(
      'AppId=ONEX570DA89211721&TaskId=1&TenantId=LZFPEFIM&WorkspaceId=test',
    );
  });

  it.each([
    [[], 'must be 1 target a request, but are 0: send one at a time, or use a recall, which does so'],
    [['a', 'b'], 'must be 1 target a request, but are 2: send one at a time, or use a recall, which does so'],
  ])('refuses the targets %j of a message', (targets, problem) => {
    expect(problemsOf(() => build({ messageId: 'm' }, targets))).toEqual([{ field: 'targets', problem }]);
  });

  it('refuses another target than the task itself', () => {
    expect(problemsOf(() => build({ taskId: '1' }, ['2']))).toEqual([
      { field: 'targets', problem: 'must be the id of the task itself: a task is revoked as a whole' },
    ]);
  });

  it.each([
    ['', '3021', /^must be the device or user that it was pushed to \(TargetId\), but is empty$/],
    [' a', undefined, /without white space at its ends/],
    ['a\u0000b', undefined, /without white space at its ends and without control characters/],
    ['\ud83d', '3031', /holds half a surrogate pair/],
  ])('refuses the target %j with the code %s', (target, code, problem) => {
    const found = problemsOf(() => build({ messageId: 'm' }, [target]));
    expect(found).toMatchObject([{ field: 'targetId', problem: expect.stringMatching(problem) as string }]);
    expect(found[0]?.code).toBe(code);
  });

  it('takes a target in any script', () => {
    expect(formOf(build({ messageId: 'm' }, ['用户 1🔔']))).toContain(
      'TargetId=%E7%94%A8%E6%88%B7%201%F0%9F%94%94',
    );
  });

  it.each([
    [{ appId: '', workspaceId: 'test' }, [{ field: 'appId', code: '3003' }]],
    [{ appId: 'A', workspaceId: ' ' }, [{ field: 'workspaceId', code: '3003' }]],
    [{ workspaceId: 'test' }, [{ field: 'appId', code: '3003' }]],
    [
      {},
      [
        { field: 'appId', code: '3003' },
        { field: 'workspaceId', code: '3003' },
      ],
    ],
    [
      { appId: 7, workspaceId: 'test' },
      [{ field: 'appId', problem: "must be the app's id (AppId) (a string), but is the number 7" }],
    ],
    [{ appId: 'A', workspaceId: 'test', tenantId: '' }, [{ field: 'tenantId' }]],
  ])('refuses the app %j', (of, problems) => {
    expect(problemsOf(() => build({ taskId: '1' }, ['1'], of))).toMatchObject(problems);
  });
});

describe('the selector', () => {
  it.each([
    [{}, /^must hold messageId \(simple and template pushes\) or taskId/],
    [{ messageId: 'm', taskId: 't' }, /^must hold messageId or taskId, but holds both/],
    [null, /^must be \{ messageId \} or \{ taskId \}, but is null/],
    ['m', /^must be \{ messageId \} or \{ taskId \}, but is the string "m"/],
    [{ messageId: '' }, /^must be the message's id, as it was pushed \(MessageId\), but is empty/],
    [{ taskId: 20842863 }, /^must be the task's id.* but is the number 20842863/],
    [{ taskId: 't', notifyId: 1 }, /^has no field "notifyId": its fields are messageId, taskId$/],
  ])('%j is refused', (selector, problem) => {
    expect(problemsOf(() => build(selector, ['m']))[0]?.problem).toMatch(problem);
  });
});

describe('MPAAS_OPERATIONS', () => {
  it('are named on the wire as the API names them', () => {
    expect(
      Object.fromEntries(Object.entries(MPAAS_OPERATIONS).map(([name, { action }]) => [name, action])),
    ).toEqual({
      revokeMessage: 'RevokePushMessage',
      revokeTask: 'RevokePushTask',
      pushSimple: 'PushSimple',
      pushTemplate: 'PushTemplate',
      pushMultiple: 'PushMultiple',
      pushBroadcast: 'PushBroadcast',
      cancelPushScheduler: 'CancelPushScheduler',
      queryPushSchedulerList: 'QueryPushSchedulerList',
      createTemplate: 'CreateTemplate',
      deleteTemplate: 'DeleteTemplate',
      getTemplate: 'GetTemplate',
      listTemplatePage: 'ListTemplatePage',
      pushQueryDeviceState: 'PushQueryDeviceState',
    });
  });

  it('are repeated after a lost answer if they revoke, query, get or list, and never else', () => {
    const repeatable = Object.values(MPAAS_OPERATIONS).filter((operation) => operation.repeatable);
    expect(repeatable.map(({ action }) => action)).toEqual([
      'RevokePushMessage',
      'RevokePushTask',
      'QueryPushSchedulerList',
      'GetTemplate',
      'ListTemplatePage',
      'PushQueryDeviceState',
    ]);
  });

  it('name a field that they do not know, and those that they do', () => {
    const misspelt = { messageId: 'm', targetID: 't' } as unknown as { messageId: string; targetId: string }; // as a JavaScript caller can
    expect(problemsOf(() => MPAAS_OPERATIONS.revokeMessage.build(app, misspelt))).toEqual([
      {
        field: 'targetId',
        problem: 'must be the device or user that it was pushed to (TargetId) (a string), but is missing',
        code: '3021',
      },
      { field: 'request', problem: 'has no field "targetID": its fields are messageId, targetId' },
    ]);
    expect(
      problemsOf(() => MPAAS_OPERATIONS.revokeTask.build(app, null as unknown as { taskId: string })),
    ).toEqual([{ field: 'request', problem: 'must be an object with taskId, but is null' }]);
  });

  it('give a value only where the call was accepted', () => {
    const { revokeTask, pushSimple } = MPAAS_OPERATIONS;
    const accepted = '{"ResultCode":"OK","PushResult":{"Success":true,"Data":"20842863"}}';
    expect(pushSimple.read({ status: 200, body: accepted })).toMatchObject({
      verdict: { advice: 'done' },
      value: { data: '20842863' },
    });
    expect(revokeTask.read({ status: 200, body: accepted })).toHaveProperty('value', undefined);
    expect(pushSimple.read({ status: 500, body: accepted })).not.toHaveProperty('value');
    expect(pushSimple.read({ status: 200, body: '<html>' })).not.toHaveProperty('value');
  });

  it('mask the targets of the input in what the vendor says of them', () => {
    const { revokeMessage, pushSimple, pushTemplate, pushMultiple, pushQueryDeviceState } = MPAAS_OPERATIONS;
    const refused = {
      status: 200,
      body: '{"Code":"3028","Message":"user1024 and 用户1024，user10245, param"}',
    };
    const message = 'us… and 用户1024，user10245, param';
    expect(revokeMessage.read(refused, { messageId: 'm', targetId: 'user1024' }).verdict.message).toBe(
      message,
    );
    const of = { targets: { user1024: 'm' } };
    expect(pushSimple.read(refused, { ...simple, ...of }).verdict.message).toBe(message);
    expect(pushTemplate.read(refused, { ...template, ...of }).verdict.message).toBe(message);
    expect(pushMultiple.read(refused, multiple).verdict.message).toBe(message);
    const user = { targetType: 'user', target: 'user1024' } as const;
    expect(pushQueryDeviceState.read(refused, user).verdict.message).toBe(message);
    // Without the input nobody knows who they are
    expect(pushSimple.read(refused).verdict.message).toBe('user1024 and 用户1024，user10245, param');
  });

  it('mask a target in any script and with any signs, and leave other words readable', () => {
    const { revokeMessage } = MPAAS_OPERATIONS;
    const shown = (targetId: string, Message: string) =>
      revokeMessage.read(
        { status: 200, body: JSON.stringify({ Code: '3028', Message }) },
        { messageId: 'm', targetId },
      ).verdict.message;
    expect(shown('张三李四', '用户张三李四没有消息')).toBe('用户张…没有消息');
    expect(shown('a.b+c', 'no a.b+c here, but a-b+c')).toBe('no a… here, but a-b+c');
    expect(shown('a', 'a has a message')).toBe('… has … message');
    expect(shown('$&', 'who is $&?')).toBe('who is …?');
    expect(shown('ad-000f-854', 'no ad-000f-854 here')).toBe('no ad-… here');
    const signs = fc.string({
      unit: fc.constantFrom(...Array.from('a1-_/\\^$.*+?()[]{}|&#~=,:;!<>推🔔')),
      minLength: 1,
      maxLength: 23,
    });
    fc.assert(
      fc.property(signs, (target) => {
        expect(shown(target, `no "${target}" here`)).toBe(`no "${maskTarget(target)}" here`);
      }),
    );
  });
});
