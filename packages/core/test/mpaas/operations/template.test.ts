import { describe, expect, it } from 'vitest';
import { MPAAS_OPERATIONS, type TemplateKey } from '@unpush/core/mpaas';
import { app, tenantApp } from '../app-and-form.ts';
import { problemsOf } from '../problems-of.ts';

const { createTemplate, deleteTemplate, getTemplate, listTemplatePage, pushQueryDeviceState } =
  MPAAS_OPERATIONS;

type Fields = Readonly<Record<string, unknown>>;

describe('createTemplate', () => {
  const least = { templateName: 'order_paid', title: '#title#', content: '#content#' };
  const problems = (fields: Fields) =>
    problemsOf(() => createTemplate.build(tenantApp, { ...least, ...fields }));

  it('needs a name, a title and a text', () => {
    expect(problems({})).toEqual([]);
  });

  it.each([
    ['templateName', '', '3037'],
    ['templateName', undefined, '3037'],
    ['templateName', 'a,b', '3038'],
    ['templateName', 'x'.repeat(201), '3038'],
    ['title', '', '3040'],
    ['content', '', '3039'],
    ['description', '', '3041'],
    ['uri', '', '3042'],
    ['title', '\ud800', '3031'],
    ['templateName', ' order_paid', undefined],
    ['variables', 'title', undefined],
    ['silent', 2, undefined],
    ['pushStyle', 3, undefined],
    ['imageUrls', 'http://111', undefined],
  ])('with %s %j would have got %s', (field, value, code) => {
    const [found, ...others] = problems({ [field]: value });
    expect(found?.field).toBe(field);
    expect(found?.code).toBe(code);
    expect(others).toEqual([]);
  });

  it('counts the characters of a name as people do', () => {
    expect(problems({ templateName: '🔔'.repeat(200) })).toEqual([]);
    expect(problems({ templateName: '🔔'.repeat(201) })).toMatchObject([
      { problem: "must be the template's name (TemplateName), at most 200 characters, but has 201" },
    ]);
  });

  it.each(['#title#', 'a,b', ''])('takes no placeholder named %j', (name) => {
    expect(problems({ variables: [name] })).toMatchObject([{ field: 'variables.0' }]);
  });

  it.each([
    ['1234', { data: '1234' }],
    [1234, { data: '1234' }],
    [null, {}],
    [undefined, {}],
    [{ id: 1 }, {}],
  ])('reads the data %j', (Data, value) => {
    const body = JSON.stringify({ Code: '100', Success: true, Msg: 'SUCCESS', Data });
    expect(createTemplate.read({ status: 200, body }).value).toEqual(value);
  });
});

describe.each([
  ['getTemplate', getTemplate],
  ['deleteTemplate', deleteTemplate],
])('%s', (_, operation) => {
  const problems = (key: Fields) =>
    problemsOf(() => operation.build(tenantApp, key as unknown as TemplateKey)); // as a JavaScript caller can

  it.each([{}, { templateName: 'a', templateId: '1' }])('takes a name or an id: %j is refused', (key) => {
    expect(problems(key)).toEqual([
      { field: 'request', problem: 'must hold either templateName or templateId' },
    ]);
  });

  it.each([
    [{ templateName: '' }, 'templateName', '3037'],
    [{ templateName: 'a,b' }, 'templateName', '3038'],
    [{ templateId: '' }, 'templateId', undefined],
    [{ templateId: 1587 }, 'templateId', undefined],
  ])('%j would have got %s', (key, field, code) => {
    expect(problems(key)[0]?.field).toBe(field);
    expect(problems(key)[0]?.code).toBe(code);
  });
});

describe('a template', () => {
  const data = {
    Action: '1',
    Content: '#content#',
    DescInfo: 'paid orders',
    GmtCreate: '1727180119',
    GmtModified: 1722564835000,
    IconUrls: '/',
    Id: 10029984,
    ImageUrls: '{"defaultUrl":"http://111"}',
    Name: 'order_paid',
    PushStyle: '0',
    ShowStyle: '1',
    Title: '#title#',
    Uri: '/',
    Variables: 'title, content',
  };
  const template = {
    templateId: '10029984',
    templateName: 'order_paid',
    title: '#title#',
    content: '#content#',
    description: 'paid orders',
    uri: '/',
    variables: ['title', 'content'],
    silent: true,
    pushStyle: 'default',
    pushAction: 'activity',
    imageUrls: '{"defaultUrl":"http://111"}',
    iconUrls: '/',
    createdAt: '1727180119',
    modifiedAt: '1722564835000',
  };
  const answer = (fields: Fields) => ({
    status: 200,
    body: JSON.stringify({ RequestId: 'r', Code: '100', Msg: 'SUCCESS', Success: true, ...fields }),
  });

  it('is read from an object or from its JSON', () => {
    expect(getTemplate.read(answer({ Data: data })).value).toEqual(template);
    expect(getTemplate.read(answer({ data: JSON.stringify(data) })).value).toEqual(template);
  });

  it.each([null, [], 'text', 7, {}, { Id: {}, ShowStyle: 'x', PushStyle: 9 }])(
    'is empty where %j came',
    (Data) => {
      expect(getTemplate.read(answer({ Data })).value).toEqual({});
    },
  );

  it('comes in pages', () => {
    const page = answer({ Data: [data, null], CurrentPage: 1, PageSize: '10', TotalSize: 6 });
    expect(listTemplatePage.read(page).value).toEqual({
      list: [template, {}],
      currentPage: 1,
      pageSize: 10,
      totalSize: 6,
    });
    expect(listTemplatePage.read(answer({})).value).toEqual({ list: [] });
  });

  it.each([
    ['currentPage', 0],
    ['pageSize', '10'],
  ])('page is refused with %s %j', (field, value) => {
    expect(problemsOf(() => listTemplatePage.build(tenantApp, { [field]: value }))).toMatchObject([
      { field },
    ]);
  });
});

describe('a call about templates or devices', () => {
  it.each([
    ['CreateTemplate', () => createTemplate.build(app, { templateName: 'a', title: 'b', content: 'c' })],
    ['DeleteTemplate', () => deleteTemplate.build(app, { templateId: '1' })],
    ['GetTemplate', () => getTemplate.build(app, { templateId: '1' })],
    ['ListTemplatePage', () => listTemplatePage.build(app, {})],
    ['PushQueryDeviceState', () => pushQueryDeviceState.build(app, { targetType: 'user', target: 'a' })],
  ])('%s needs the tenant (8013)', (action, build) => {
    expect(problemsOf(build)).toEqual([
      {
        field: 'tenantId',
        problem: `must be the tenant's id (TenantId), which ${action} requires, but is missing`,
        code: '8013',
      },
    ]);
  });
});
