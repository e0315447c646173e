import { ServiceRefusal } from '../../answers/refusals.ts';
import { deliverMessage } from '../../store/pushes/deliver.ts';
import type { Fields, Order } from '../operation.ts';
import { dispatch } from './dispatch.ts';
import { checkKnown } from './reading/known-targets.ts';
import { checkPushBasics } from './reading/push-basics.ts';
import { readTargetMap } from './reading/target-map.ts';
import { type PushText, checkSize, fillTemplate, readTemplate, readText } from './reading/text.ts';

const HARMONYOS = 7;

/** `PushSimple`: one text to at most 10 targets. */
export function pushSimple(order: Order): Fields {
  return pushToTargets('simple', readText, order);
}

/** `PushTemplate`: the same, the text from a template. */
export function pushTemplate(order: Order): Fields {
  const text = (): PushText => fillTemplate(readTemplate(order), order.parameters.text('TemplateKeyValue'));
  return pushToTargets('template', text, order);
}

function pushToTargets(
  kind: 'simple' | 'template',
  readTextOf: (order: Order) => PushText,
  order: Order,
): Fields {
  const { parameters, space } = order;
  const basics = checkPushBasics(order);
  const { deliveryType } = basics;
  const text = readTextOf(order);
  // A HarmonyOS mini program is opened by its address: one that is there and empty opens nothing.
  if (deliveryType.number === HARMONYOS && parameters.get('Uri') === '') throw new ServiceRefusal('8017');
  checkSize(text, parameters.text('ExtendedParams'), order);
  const targets = readTargetMap(order);
  checkKnown(
    targets.map(({ target }) => target),
    deliveryType,
    order,
  );
  const send = (sentAt: number): void => {
    for (const { target, messageId } of targets) {
      const sent = { messageId, ...text, sentAt };
      deliverMessage(
        space.pushes.message(messageId),
        { target, sent },
        { space, addressing: deliveryType.addressing },
      );
    }
  };
  return dispatch({ ...basics, kind, text, send }, order);
}
