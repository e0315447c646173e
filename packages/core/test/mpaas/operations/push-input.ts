import type {
  PushBroadcastInput,
  PushMultipleInput,
  PushOptions,
  PushSimpleInput,
  PushTemplateInput,
} from '@unpush/core/mpaas';

const options: PushOptions = { taskName: 'test', expiredSeconds: 300 };

/** The least that each push takes. */
export const simple: PushSimpleInput = {
  ...options,
  deliveryType: 'user',
  targets: { user1024: '1578807462788' },
  title: 'Title',
  content: 'Text',
};
export const template: PushTemplateInput = {
  ...options,
  deliveryType: 'user',
  targets: { user1024: '1578807462788' },
  templateName: 'tpl',
};
export const multiple: PushMultipleInput = {
  ...options,
  deliveryType: 'user',
  targets: [{ target: 'user1024', messageId: '1578807462788' }],
  templateName: 'tpl',
};
export const broadcast: PushBroadcastInput = {
  ...options,
  deliveryType: 'android',
  messageId: '1578807462788',
  templateName: 'tpl',
};
