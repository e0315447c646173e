import { deliverTaskTo } from '../../store/pushes/deliver.ts';
import type { Fields, Order } from '../operation.ts';
import { dispatch } from './dispatch.ts';
import { checkKnown } from './reading/known-targets.ts';
import { checkPushBasics } from './reading/push-basics.ts';
import { readTargetList } from './reading/target-list.ts';
import { checkSize, fillTemplate, readTemplate } from './reading/text.ts';

/** `PushMultiple`: a template to at most 100 targets, filled in for each. It is a task. */
export function pushMultiple(order: Order): Fields {
  const { parameters, space } = order;
  const basics = checkPushBasics(order);
  const { addressing } = basics.deliveryType;
  const template = readTemplate(order);
  const targets = readTargetList(order).map((target) => {
    const text = fillTemplate(template, target.keyValue);
    checkSize(text, parameters.text('ExtendedParams') + target.extension, order);
    return { ...target, text };
  });
  checkKnown(
    targets.map(({ target }) => target),
    basics.deliveryType,
    order,
  );
  const send = (sentAt: number, taskId: string): void => {
    const messageIds = targets.map(({ messageId }) => messageId);
    const task = space.pushes.addTask({ taskId, kind: 'multiple', sentAt }, messageIds);
    for (const { target, messageId, text } of targets) {
      deliverTaskTo(task, { target, sent: { messageId, ...text, sentAt } }, { space, addressing });
    }
  };
  return dispatch({ ...basics, kind: 'multiple', text: template, send }, order);
}
