import { describe, expect, it } from 'vitest';
import type { MpaasRequest } from '@unpush/core';
import { MPAAS_OPERATIONS } from '@unpush/core/mpaas';
import { app, formOf, parametersOf, tenantApp } from '../app-and-form.ts';
import { simple, template } from './push-input.ts';

const operations = MPAAS_OPERATIONS;

// Bodies by Python's urllib.parse.quote(safe='-_.~'), parameters sorted by name
const REQUESTS: readonly (readonly [string, MpaasRequest, string])[] = [
  [
    'PushSimple',
    operations.pushSimple.build(app, {
      taskName: 'simpleTest',
      deliveryType: 'user',
      targets: { user1024: '1578807462788' },
      title: '测试',
      content: "It's 5 * 5 = 25!",
      expiredSeconds: 300,
    }),
    'AppId=ONEX570DA89211721&Content=It%27s%205%20%2A%205%20%3D%2025%21&DeliveryType=3&ExpiredSeconds=300&TargetMsgkey=%7B%22user1024%22%3A%221578807462788%22%7D&TaskName=simpleTest&Title=%E6%B5%8B%E8%AF%95&WorkspaceId=test',
  ],
  [
    'PushTemplate',
    operations.pushTemplate.build(app, {
      taskName: 'Template test',
      deliveryType: 3,
      targets: [{ target: 'user1024', messageId: '1578807462788' }],
      templateName: '测试模板',
      templateParams: { content: '公告内容' },
      expiredSeconds: 300,
    }),
    'AppId=ONEX570DA89211721&DeliveryType=3&ExpiredSeconds=300&TargetMsgkey=%7B%22user1024%22%3A%221578807462788%22%7D&TaskName=Template%20test&TemplateKeyValue=%7B%22content%22%3A%22%E5%85%AC%E5%91%8A%E5%86%85%E5%AE%B9%22%7D&TemplateName=%E6%B5%8B%E8%AF%95%E6%A8%A1%E6%9D%BF&WorkspaceId=test',
  ],
  [
    'PushMultiple',
    operations.pushMultiple.build(app, {
      taskName: 'batch',
      deliveryType: 'user',
      targets: [
        { target: 'user1', messageId: 'm-1', templateParams: { name: 'Ada' } },
        { target: 'user2', messageId: 'm-2', extendedParams: { k: 'v' } },
      ],
      templateName: 'tpl',
      expiredSeconds: 300,
    }),
    'AppId=ONEX570DA89211721&DeliveryType=3&ExpiredSeconds=300&TargetMsg.1.MsgKey=m-1&TargetMsg.1.Target=user1&TargetMsg.1.TemplateKeyValue=%7B%22name%22%3A%22Ada%22%7D&TargetMsg.2.ExtendedParams=%7B%22k%22%3A%22v%22%7D&TargetMsg.2.MsgKey=m-2&TargetMsg.2.Target=user2&TaskName=batch&TemplateName=tpl&WorkspaceId=test',
  ],
  [
    'PushBroadcast',
    operations.pushBroadcast.build(app, {
      taskName: '群发测试任务',
      deliveryType: 'android',
      messageId: '1578807462788',
      templateName: '群发模板',
      expiredSeconds: 300,
      pushStatus: 'all',
      unbindPeriod: 'forever',
      androidChannel: 'default',
    }),
    'AndroidChannel=2&AppId=ONEX570DA89211721&DeliveryType=1&ExpiredSeconds=300&Msgkey=1578807462788&PushStatus=1&TaskName=%E7%BE%A4%E5%8F%91%E6%B5%8B%E8%AF%95%E4%BB%BB%E5%8A%A1&TemplateName=%E7%BE%A4%E5%8F%91%E6%A8%A1%E6%9D%BF&UnBindPeriod=4&WorkspaceId=test',
  ],
  [
    'CancelPushScheduler',
    operations.cancelPushScheduler.build(app, {
      uniqueIds: ['49ec0ed5a2a642bcbe139a2d7a419d6d', '56918166720e46e1bcc40195c9ca71db'],
    }),
    'AppId=ONEX570DA89211721&UniqueIds=49ec0ed5a2a642bcbe139a2d7a419d6d%2C56918166720e46e1bcc40195c9ca71db&WorkspaceId=test',
  ],
  [
    'QueryPushSchedulerList',
    operations.queryPushSchedulerList.build(app, {
      startTime: 1619798400000,
      endTime: 1630425600000,
      type: 'simple',
      uniqueId: '49ec0ed5a2a642bcbe139a2d7a419d6d',
      pageNumber: 1,
      pageSize: 10,
    }),
    'AppId=ONEX570DA89211721&EndTime=1630425600000&PageNumber=1&PageSize=10&StartTime=1619798400000&Type=0&UniqueId=49ec0ed5a2a642bcbe139a2d7a419d6d&WorkspaceId=test',
  ],
  [
    'CreateTemplate',
    operations.createTemplate.build(tenantApp, {
      templateName: 'order_paid',
      title: '#title#',
      content: '#content#',
      description: 'paid orders',
      uri: 'mpaas://landing/startLand',
      variables: ['title', 'content'],
      silent: false,
      pushStyle: 'image-text',
      pushAction: 'activity',
      imageUrls: { defaultUrl: 'http://111' },
      iconUrls: { defaultUrl: 'http://222' },
    }),
    'AppId=ONEX570DA89211721&Content=%23content%23&DescInfo=paid%20orders&IconUrls=%7B%22defaultUrl%22%3A%22http%3A%2F%2F222%22%7D&ImageUrls=%7B%22defaultUrl%22%3A%22http%3A%2F%2F111%22%7D&JumpAction=1&PushStyle=2&ShowStyle=0&TemplateName=order_paid&TenantId=LZFPEFIM&Title=%23title%23&Uri=mpaas%3A%2F%2Flanding%2FstartLand&Variables=title%2Ccontent&WorkspaceId=test',
  ],
  [
    'DeleteTemplate',
    operations.deleteTemplate.build(tenantApp, { templateId: '1587' }),
    'AppId=ONEX570DA89211721&TemplateId=1587&TenantId=LZFPEFIM&WorkspaceId=test',
  ],
  [
    'GetTemplate',
    operations.getTemplate.build(tenantApp, { templateName: 'order_paid' }),
    'AppId=ONEX570DA89211721&TemplateName=order_paid&TenantId=LZFPEFIM&WorkspaceId=test',
  ],
  [
    'ListTemplatePage',
    operations.listTemplatePage.build(tenantApp, { currentPage: 1, pageSize: 10 }),
    'AppId=ONEX570DA89211721&CurrentPage=1&PageSize=10&TenantId=LZFPEFIM&WorkspaceId=test',
  ],
  [
    'PushQueryDeviceState',
    operations.pushQueryDeviceState.build(tenantApp, { targetType: 'user', target: 'push_test_user' }),
    'AppId=ONEX570DA89211721&Target=push_test_user&TargetType=2&TenantId=LZFPEFIM&WorkspaceId=test',
  ],
];

describe('the body of', () => {
  it.each(REQUESTS)('%s', (action, request, body) => {
    expect(formOf(request)).toBe(body);
    expect(request).toMatchObject({ action, method: 'POST', path: '/', version: '2020-10-28' });
  });

  it('a simple push with everything', () => {
    const request = operations.pushSimple.build(app, {
      ...simple,
      extendedParams: { key1: 'value1', badge_add_num: '1', badge_class: 'com.example.Main' },
      uri: 'http://www',
      pushAction: 'url',
      pushStyle: 'big-text',
      silent: true,
      notifyType: 'transparent',
      strategy: { kind: 'scheduled', at: 1630303126000 },
      classification: 'operational',
      channelId: 'news',
      miChannelId: 'mi-news',
      notifyLevel: { hms: 1 },
      thirdChannelCategory: { hms: '9' },
      transparentMessage: { payload: { hms: { a: 1 } }, urgency: 'HIGH' },
      vendorTemplate: 'vendor',
      imageUrls: { defaultUrl: 'http://111' },
      iconUrls: { defaultUrl: 'http://222' },
      sms: { signName: 'shop', templateCode: 'SMS_1', templateParam: { code: '1' }, strategy: 1 },
      liveActivity: { event: 'update', contentState: { score: 1 }, dismissalDate: 1630303126 },
    });
    expect(parametersOf(request)).toEqual({
      TaskName: 'test',
      DeliveryType: '3',
      TargetMsgkey: '{"user1024":"1578807462788"}',
      Title: 'Title',
      Content: 'Text',
      ExpiredSeconds: '300',
      ExtendedParams: '{"key1":"value1","badge_add_num":"1","badge_class":"com.example.Main"}',
      Uri: 'http://www',
      PushAction: '0',
      PushStyle: '1',
      Silent: '1',
      NotifyType: 'transparent',
      StrategyType: '1',
      StrategyContent: '{"fixedTime":1630303126000}',
      Classification: '0',
      ChannelId: 'news',
      MiChannelId: 'mi-news',
      NotifyLevel: '{"hms":1}',
      ThirdChannelCategory: '{"hms":"9"}',
      TransparentMessagePayload: '{"hms":{"a":1}}',
      TransparentMessageUrgency: 'HIGH',
      VendorTemplate: 'vendor',
      ImageUrls: '{"defaultUrl":"http://111"}',
      IconUrls: '{"defaultUrl":"http://222"}',
      SmsSignName: 'shop',
      SmsTemplateCode: 'SMS_1',
      SmsTemplateParam: '{"code":"1"}',
      SmsStrategy: '1',
      ActivityEvent: 'update',
      ActivityContentState: '{"score":1}',
      DismissalDate: '1630303126',
    });
  });

  it.each([
    [{ kind: 'now' }, { StrategyType: '0' }],
    [
      {
        kind: 'loop',
        startTime: 1625673600000,
        endTime: 1630303126000,
        circleType: 1,
        circleValue: [1, 7],
        time: '13:45:11',
      },
      {
        StrategyType: '2',
        StrategyContent:
          '{"startTime":1625673600000,"endTime":1630303126000,"circleType":1,"circleValue":[1,7],"time":"13:45:11"}',
      },
    ],
  ] as const)('a push with the strategy %j', (strategy, parameters) => {
    expect(parametersOf(operations.pushTemplate.build(app, { ...template, strategy }))).toMatchObject(
      parameters,
    );
  });

  it('a broadcast to those who were bound and unbound in a stretch of time', () => {
    const request = operations.pushBroadcast.build(app, {
      taskName: 'test',
      expiredSeconds: 300,
      deliveryType: 'harmonyos',
      messageId: 'm',
      templateName: 'tpl',
      templateParams: { a: 'b' },
      pushStatus: 'unbound',
      bindPeriod: '7-days',
      timeMode: 1,
      boundBetween: { from: 1625673600000, until: 1630303126000 },
      unboundBetween: { from: 1, until: 2 },
    });
    expect(parametersOf(request)).toEqual({
      TaskName: 'test',
      ExpiredSeconds: '300',
      DeliveryType: '7',
      Msgkey: 'm',
      TemplateName: 'tpl',
      TemplateKeyValue: '{"a":"b"}',
      PushStatus: '2',
      BindPeriod: '1',
      TimeMode: '1',
      BindStartTime: '1625673600000',
      BindEndTime: '1630303126000',
      UnBindStartTime: '1',
      UnBindEndTime: '2',
    });
  });

  it('a cancellation with a separator and a type of the caller', () => {
    const request = operations.cancelPushScheduler.build(app, {
      uniqueIds: ['a,b', 'c'],
      separator: ';',
      type: 1,
    });
    expect(parametersOf(request)).toEqual({ UniqueIds: 'a,b;c', Type: '1' });
  });

  it('a call without anything to say', () => {
    expect(parametersOf(operations.listTemplatePage.build(tenantApp, {}))).toEqual({});
  });
});
