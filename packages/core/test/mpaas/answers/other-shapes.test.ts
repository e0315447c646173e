import { describe, expect, it } from 'vitest';
// Not for users: each operation's reader of answers stands on it
import type { Envelope } from '../../../src/mpaas/answers/envelope.ts';
import { readAnswer } from '../../../src/mpaas/answers/read-answer.ts';

const read = (envelope: Envelope, body: unknown, status = 200) =>
  readAnswer({ status, contentType: 'application/json', body: JSON.stringify(body) }, envelope).verdict;

describe('the answer to a template or device call', () => {
  it.each([
    [{ Code: '100', Success: true, Msg: 'SUCCESS' }, '100'],
    [{ code: 100, success: 'true', message: 'SUCCESS' }, '100'],
    // By the page it is 100, by the examples of the vendor's SDK 200
    [{ Code: '200', Success: true, Msg: 'success' }, '200'],
  ])('%j is accepted', (body, code) => {
    expect(read('flat', body)).toMatchObject({ advice: 'done', about: 'success', code });
  });

  it.each([
    [{ Code: '100', Msg: 'SUCCESS' }, 'retry', 'vendor-fault'],
    [{ Success: true, Msg: 'SUCCESS' }, 'retry', 'vendor-fault'],
    [{ Code: '100', Success: false }, 'fix', 'unknown'],
    [{ Code: '200', Success: false }, 'fix', 'unknown'],
    [{ Code: '200' }, 'fix', 'unknown'],
    [{ Code: '201', Success: true }, 'fix', 'unknown'],
    [{ Code: '200', Success: true, Msg: 'TEMPLATE_NOT_EXIST' }, 'fix', 'request'],
    [{ Code: '3022', Success: true }, 'fix', 'request'],
    [{ Code: '3036', Success: false, Msg: 'TEMPLATE_ALREADY_EXIST' }, 'fix', 'request'],
    [{ Code: '8011', Success: false, Msg: 'FLOW_CONTROL_ERROR' }, 'retry', 'quota'],
    [{ Code: '8013', Success: false, Msg: 'INVALID_TENANT_ID' }, 'stop', 'credential'],
  ])('%j is not: %s, about %s', (body, advice, about) => {
    expect(read('flat', body)).toMatchObject({ advice, about });
  });

  it('is not accepted on another HTTP status', () => {
    expect(read('flat', { Code: '100', Success: true }, 500).advice).toBe('retry');
    expect(read('flat', { Code: '200', Success: true }, 404).advice).toBe('stop');
  });
});

describe('the answer to a call about schedulers', () => {
  it.each([
    ['an object', { Data: { List: [], TotalCount: 0 } }],
    ['its JSON', '{"data":{"totalCount":0,"list":[]}}'],
    ['a text', 'true'],
    ['an empty text', ''],
  ])('is accepted with OK and %s as its content', (_, ResultContent) => {
    expect(read('content', { ResultCode: 'OK', ResultContent })).toMatchObject({
      advice: 'done',
      code: 'OK',
    });
  });

  it.each([
    ['no content', undefined],
    ['null', null],
  ])('with OK and %s is not whole', (_, ResultContent) => {
    expect(read('content', { ResultCode: 'OK', ResultContent })).toMatchObject({
      advice: 'retry',
      failure: 'unreadable',
    });
  });

  it.each([
    ['"false"', 'false'],
    ['false', false],
    ['Success false', { Success: false }],
    ['Success false in JSON', '{"success":false}'],
  ])('with OK and %s as its content is refused', (_, ResultContent) => {
    expect(read('content', { ResultCode: 'OK', ResultContent })).toMatchObject({
      advice: 'fix',
      about: 'unknown',
    });
  });

  it('with a code of Message Push is refused', () => {
    const body = { ResultCode: 'INVALID_PARAM', ResultMessage: 'param is invalid', ResultContent: {} };
    expect(read('content', body)).toMatchObject({ advice: 'fix', code: '3028', message: 'param is invalid' });
  });
});
