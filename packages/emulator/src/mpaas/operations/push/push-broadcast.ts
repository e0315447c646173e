import { ServiceRefusal } from '../../answers/refusals.ts';
import { platformOf } from '../../store/phones/channels.ts';
import { deliverToAll } from '../../store/pushes/deliver.ts';
import type { Sent } from '../../store/pushes/sent.ts';
import type { Space } from '../../store/space.ts';
import type { Task } from '../../store/pushes/task.ts';
import type { Fields, Order } from '../operation.ts';
import { wantedText } from '../wanted-text.ts';
import { type Audience, readAudience } from './reading/audience.ts';
import { dispatch } from './dispatch.ts';
import { checkPushBasics } from './reading/push-basics.ts';
import { checkSize, fillTemplate, readTemplate } from './reading/text.ts';

/** `PushBroadcast`: a template to every device of a platform that is meant. It is a task. */
export function pushBroadcast(order: Order): Fields {
  const { parameters, space } = order;
  const basics = checkPushBasics(order);
  const { deliveryType } = basics;
  if (deliveryType.addressing === 'user') throw new ServiceRefusal('3030');
  const audience = readAudience(parameters, deliveryType);
  const text = fillTemplate(readTemplate(order), parameters.text('TemplateKeyValue'));
  checkSize(text, parameters.text('ExtendedParams'), order);
  const messageId = wantedText(parameters, 'Msgkey', '3028');
  const { platform } = deliveryType;
  const send = (sentAt: number, taskId: string): void => {
    const task = space.pushes.addTask({ taskId, kind: 'broadcast', sentAt, platform }, [messageId]);
    deliverTo(audience, { task, sent: { messageId, ...text, sentAt } }, space);
  };
  return dispatch({ ...basics, kind: 'broadcast', text, send }, order);
}

function deliverTo(
  audience: Audience,
  { task, sent }: { readonly task: Task; readonly sent: Sent },
  space: Space,
): void {
  if (audience === 'all') {
    deliverToAll(task, sent, { space, addressing: 'device' });
    return;
  }
  const { phones, users } = space;
  const { platform } = task.facts;
  const meant = Array.from({ length: phones.count }, (_, device) => device).filter(
    (device) =>
      platformOf(phones.channelOf(device)) === platform &&
      (users.userOf(device) !== undefined) === (audience === 'bound'),
  );
  task.devices.deliverTo(meant, sent);
}
