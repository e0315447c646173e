import { beforeAll, describe, expect, it } from 'vitest';
import { type Bench, type Change, setUp } from '../support/bench.ts';

/**
 * Each row has everything wrong that the rows below it have, and one thing more. The first thing wrong is what
 * the answer names, so the list is the order of the checks.
 */
const body = (text: string): Change => ({ body: text });
const tooLong = 'x'.repeat(4096);
interface Step {
  readonly what: string;
  readonly wrong: Change;
  readonly status: number;
  readonly code: string | undefined;
}

const STEPS: readonly Step[] = [
  { what: 'method', wrong: { method: 'PUT' }, status: 404, code: undefined },
  {
    what: 'content type',
    wrong: { headers: { 'content-type': 'text/plain' } },
    status: 400,
    code: '80100003',
  },
  {
    what: 'authorization',
    wrong: { headers: { authorization: 'Basic Og==' } },
    status: 401,
    code: '80200001',
  },
  { what: 'client id', wrong: { path: '/v1/999/messages:revoke' }, status: 401, code: '80200001' },
  { what: 'push-type', wrong: { headers: { 'push-type': '9' } }, status: 400, code: '80100003' },
  {
    what: 'body size',
    wrong: body(`{"notifyId":-1,"token":[],"filler":"${tooLong}"}`),
    status: 400,
    code: '80300008',
  },
  { what: 'shape', wrong: body('{"notifyId":-1,"token":[]}'), status: 400, code: '80100003' },
  { what: 'token count', wrong: body('{"notifyId":1,"token":[]}'), status: 400, code: '80300010' },
  { what: 'tokens', wrong: body('{"notifyId":1,"token":["stranger"]}'), status: 400, code: '80300007' },
];

let bench: Bench;
beforeAll(async () => {
  bench = await setUp();
});

describe('the order of the checks', () => {
  it.each(STEPS.map((step, index) => ({ ...step, index })))(
    '$what comes before all that follows',
    async ({ index, status, code }) => {
      const wrong = STEPS.slice(index).reduceRight<Change>((sum, step) => merge(sum, step.wrong), {});
      expect(await bench.revoke(wrong)).toMatchObject({ status, code });
    },
  );

  it.each(STEPS)('$what alone is refused', async ({ wrong, status, code }) => {
    expect(await bench.revoke(wrong)).toMatchObject({ status, code });
  });
});

describe('a path that is no service', () => {
  it.each([
    '/v1/110123456/messages:recall',
    '/v2/110123456/messages:revoke',
    '/v1//messages:revoke',
    '/v1/1/2/messages:revoke',
  ])('%s is not found', async (path) => {
    expect(await bench.revoke({ path })).toMatchObject({ status: 404, code: undefined });
  });
});

describe('content type', () => {
  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset=UTF-8'])(
    '%s will do',
    async (type) => {
      expect(await bench.revoke({ headers: { 'content-type': type } })).toMatchObject({ code: '80300007' });
    },
  );
});

function merge(one: Change, other: Change): Change {
  return { ...one, ...other, headers: { ...one.headers, ...other.headers } };
}
