import { describe, expect, it } from 'vitest';
import { MPAAS_OPERATIONS, UNIQUE_IDS_SEPARATOR } from '@unpush/core/mpaas';
import { app } from '../app-and-form.ts';
import { problemsOf } from '../problems-of.ts';

const { cancelPushScheduler, queryPushSchedulerList } = MPAAS_OPERATIONS;

type Fields = Readonly<Record<string, unknown>>;

describe('queryPushSchedulerList', () => {
  const least = { startTime: 1619798400000, endTime: 1630425600000 };
  const problems = (fields: Fields) =>
    problemsOf(() => queryPushSchedulerList.build(app, { ...least, ...fields }));

  it('needs the two ends of a stretch of time, which may be one', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ endTime: least.startTime })).toEqual([]);
    expect(problems({ endTime: least.startTime - 1 })).toEqual([
      {
        field: 'endTime',
        problem: 'must not lie before startTime: check both, and their unit (milliseconds)',
      },
    ]);
  });

  it.each([
    ['startTime', undefined],
    ['endTime', '1630425600000'],
    ['type', 4],
    ['type', 'batch'],
    ['uniqueId', ''],
    ['pageNumber', 0],
    ['pageSize', 1.5],
  ])('refuses %s %j', (field, value) => {
    expect(problems({ [field]: value })).toMatchObject([{ field }]);
  });

  it.each(['simple', 'template', 'multiple', 'broadcast', 0, 1, 2, 3])('takes the kind %s', (type) => {
    expect(problems({ type })).toEqual([]);
  });

  const task = {
    UniqueId: '56918166720e46e1bcc40195c9ca71db',
    ParentId: '49ec0ed5a2a642bcbe139a2d7a419d6d',
    PushTime: 1630486972000,
    PushTitle: 'Title',
    PushContent: 'Text',
    Type: 0,
    DeliveryType: 7,
    StrategyType: 2,
    ExecutedStatus: '0',
    CreateType: 1,
    GmtCreate: 1619798400000,
  };
  const read = {
    uniqueId: '56918166720e46e1bcc40195c9ca71db',
    parentId: '49ec0ed5a2a642bcbe139a2d7a419d6d',
    pushTime: 1630486972000,
    pushTitle: 'Title',
    pushContent: 'Text',
    type: 'simple',
    deliveryType: 'harmonyos',
    strategyType: 'loop',
    executed: false,
    createType: 1,
    createdAt: 1619798400000,
  };
  const answer = (ResultContent: unknown) =>
    queryPushSchedulerList.read({ status: 200, body: JSON.stringify({ ResultCode: 'OK', ResultContent }) })
      .value;

  it('leaves out an id that came as a number too large to be exact', () => {
    const body = '{"ResultCode":"OK","ResultContent":{"Data":{"List":[{"UniqueId":20231122334455667788}]}}}';
    expect(queryPushSchedulerList.read({ status: 200, body }).value?.list).toEqual([{}]);
  });

  it.each([
    ['an object', { Data: { List: [task], TotalCount: 10 } }],
    ['JSON', JSON.stringify({ data: { totalCount: '10', list: [task] } })],
    ['JSON in an object', { Data: JSON.stringify({ list: [task], totalCount: 10 }) }],
    ['no Data', { List: [task], TotalCount: 10 }],
  ])('reads a list that comes as %s', (_, content) => {
    expect(answer(content)).toEqual({ list: [read], totalCount: 10 });
  });

  it('leaves out what it cannot read, and what it does not know', () => {
    const odd = {
      UniqueId: null,
      PushTime: 'soon',
      GmtCreate: ' ',
      CreateType: '',
      Type: 9,
      ExecutedStatus: 2,
      DeliveryType: {},
      Extra: 1,
    };
    expect(answer({ Data: { List: [odd, null, 'x'], TotalCount: [] } })).toEqual({ list: [{}, {}, {}] });
  });

  it.each([[{}], ['[]'], ['text'], [7], [{ Data: null }], [{ Data: { List: 'x' } }]])(
    'finds nothing in the content %j',
    (content) => {
      expect(answer(content)).toEqual({ list: [] });
    },
  );

  it.each([
    [0, false],
    ['1', true],
  ])('reads the executed status %j as %s', (ExecutedStatus, executed) => {
    expect(answer({ Data: { List: [{ ExecutedStatus }] } })?.list).toEqual([{ executed }]);
  });
});

describe('cancelPushScheduler', () => {
  const problems = (fields: Fields) =>
    problemsOf(() => cancelPushScheduler.build(app, { uniqueIds: ['a'], ...fields }));

  it('separates ids by a comma, which is an assumption', () => {
    expect(UNIQUE_IDS_SEPARATOR).toBe(',');
    expect(problems({ uniqueIds: ['a,b'] })).toEqual([
      {
        field: 'uniqueIds.0',
        problem: 'must not hold the separator ",", but is the string "a,b": give each id alone',
      },
    ]);
    expect(problems({ uniqueIds: ['a,b'], separator: ' ' })).toEqual([]);
  });

  it.each([
    [{ uniqueIds: [] }, 'uniqueIds'],
    [{ uniqueIds: 'a' }, 'uniqueIds'],
    [{ uniqueIds: ['a', ''] }, 'uniqueIds.1'],
    [{ separator: '' }, 'separator'],
    [{ separator: 7 }, 'separator'],
    [{ type: 'parent' }, 'type'],
  ])('refuses %j', (fields, field) => {
    expect(problems(fields)).toMatchObject([{ field }]);
  });

  it.each([
    ['a text', 'true', { content: 'true' }],
    ['an object', { Data: {} }, {}],
    ['an empty text', '', {}],
  ])('gives the content of an answer where it is %s', (...[, ResultContent, value]) => {
    const body = JSON.stringify({ ResultCode: 'OK', ResultContent });
    expect(cancelPushScheduler.read({ status: 200, body }).value).toEqual(value);
  });
});
