import { beforeEach, describe, expect, it } from 'vitest';
import { type MpaasBench, setUpMpaas } from '../support/mpaas-bench.ts';

let bench: MpaasBench;
beforeEach(() => {
  bench = setUpMpaas();
});

const TEMPLATE = { TemplateName: 'sale', Title: 'Sale', Content: 'Everything', Uri: '/', DescInfo: 'A sale' };
const create = async (TemplateName: string) =>
  (await bench.call('CreateTemplate', { ...TEMPLATE, TemplateName })).body['Data'];

describe('templates', () => {
  it('are made, read by id or name, listed in pages and deleted', async () => {
    const made = await bench.call('CreateTemplate', TEMPLATE);
    expect(made.body).toEqual({
      RequestId: expect.any(String) as string,
      Success: true,
      Code: '100',
      Msg: 'SUCCESS',
      Data: expect.stringMatching(/^\d{8}$/) as string,
    });
    const id = String(made.body['Data']);
    const view = {
      Id: id,
      Name: 'sale',
      Title: 'Sale',
      Content: 'Everything',
      Uri: '/',
      DescInfo: 'A sale',
      Action: '0',
      PushStyle: '0',
      ShowStyle: '0',
      GmtCreate: '1795438800000',
      GmtModified: '1795438800000',
    };
    expect((await bench.call('GetTemplate', { TemplateName: 'sale' })).body['Data']).toEqual(view);
    expect((await bench.call('GetTemplate', { TemplateId: id })).body['Data']).toEqual(view);
    await create('second');
    await create('third');
    const page = { CurrentPage: '2', PageSize: '2' };
    expect((await bench.call('ListTemplatePage', page)).body).toMatchObject({
      CurrentPage: 2,
      PageSize: 2,
      TotalSize: 3,
      Data: [{ Name: 'third' }],
    });
    expect((await bench.call('DeleteTemplate', { TemplateId: id })).body).toMatchObject({ Code: '100' });
    expect((await bench.call('GetTemplate', { TemplateId: id })).body).toMatchObject({ Code: '3022' });
    expect((await bench.call('DeleteTemplate', {})).body).toMatchObject({ Code: '3028' });
  });

  it('may have a name of 200 characters, and no longer one', async () => {
    expect(await create('x'.repeat(200))).toMatch(/^\d{8}$/);
    const { body } = await bench.call('CreateTemplate', { ...TEMPLATE, TemplateName: 'x'.repeat(201) });
    expect(body).toMatchObject({ Success: false, Code: '3038', Msg: 'TEMPLATE_NAME_INVALID' });
  });

  it('need the tenant of an app that has one, if so told', async () => {
    const { mpaas } = bench.emulator;
    const names = { appId: 'T', workspaceId: 'test', tenantId: 'TENANT' };
    mpaas.createApp({ ...names, accessKey: bench.app.accessKey });
    const code = async (TenantId?: string) =>
      (await bench.call('ListTemplatePage', { AppId: 'T', TenantId })).body['Code'];
    expect([await code(), await code('TENANT'), await code('OTHER')]).toEqual(['100', '100', '8013']);
    mpaas.setBehaviour({ tenantId: 'required' });
    expect([await code(), await code('TENANT')]).toEqual(['8013', '100']);
  });
});

describe('devices and their users', () => {
  const BIND = { DeliveryToken: 'token1', UserId: 'user1', OsType: '1' };
  const state = async (TargetType: string, Target: string) =>
    (await bench.call('PushQueryDeviceState', { TargetType, Target })).body;

  it('come by PushReport or PushBind, and are told by PushQueryDeviceState', async () => {
    await bench.call('PushReport', { DeliveryToken: 'token2', OsType: '2' });
    await bench.call('PushBind', BIND);
    expect(bench.emulator.mpaas.devices(bench.name)).toEqual(['token2', 'token1']);
    expect(await state('2', 'user1')).toEqual({
      RequestId: expect.any(String) as string,
      Success: true,
      Code: '100',
      Message: 'SUCCESS',
      Data: {
        DeliveryToken: 'token1',
        DeviceId: 'token1',
        Manufacturer: 'selfBuilt',
        Platform: 'android',
        Statue: 'ONLINE',
        ThirdToken: '',
        UserId: 'user1',
      },
    });
    expect(await state('1', 'token2')).toMatchObject({ Data: { Platform: 'ios', UserId: '' } });
  });

  it('have one user at a time; a user may have several', async () => {
    await bench.call('PushBind', BIND);
    await bench.call('PushBind', { ...BIND, DeliveryToken: 'token2' });
    await bench.call('PushBind', { ...BIND, UserId: 'user2' });
    expect(await state('1', 'token1')).toMatchObject({ Data: { UserId: 'user2' } });
    expect(await state('2', 'user1')).toMatchObject({ Data: { DeviceId: 'token2' } });
  });

  it('are left by PushUnBind, if that user is there', async () => {
    await bench.call('PushBind', BIND);
    await bench.call('PushUnBind', { DeliveryToken: 'token1', UserId: 'user2' });
    expect(await state('1', 'token1')).toMatchObject({ Data: { UserId: 'user1' } });
    await bench.call('PushUnBind', { DeliveryToken: 'token1', UserId: 'user1' });
    expect(await state('1', 'token1')).toMatchObject({ Data: { UserId: '' } });
    expect(await state('2', 'user1')).toMatchObject({ Success: false, Code: '3028' });
  });

  it('that nobody has are refused', async () => {
    expect(await state('1', 'nobodys')).toMatchObject({ Code: '3028' });
    expect(await state('3', 'token1')).toMatchObject({ Code: '3028' });
    expect(await state('1', '')).toMatchObject({ Code: '3021', Message: 'TOKEN_OR_USERID_NULL' });
    const { body } = await bench.call('PushUnBind', { DeliveryToken: 'nobodys', UserId: 'user1' });
    expect(body).toMatchObject({ PushResult: { ResultMsg: '3054' } });
  });
});
