import { ServiceRefusal } from '../../../answers/refusals.ts';
import type { Order } from '../../operation.ts';
import { checkInnerExtension } from './extension.ts';
import { type TargetMessage, checkTargetMessage } from './target-map.ts';

const MOST_TARGETS = 100;

/** One target of a batch push, with its own words for the template. */
export interface BatchTarget extends TargetMessage {
  readonly keyValue: string;
  readonly extension: string;
}

/** `TargetMsg.1.Target`, `TargetMsg.1.MsgKey` and so on: at most 100. */
export function readTargetList({ parameters, world }: Order): readonly BatchTarget[] {
  const places = new Set(parameters.names('TargetMsg.').flatMap((name) => placeOf(name)));
  if (places.size === 0) throw new ServiceRefusal(world.behaviour.emptyTargetList);
  if (places.size > MOST_TARGETS) throw new ServiceRefusal('3055');
  return [...places].map((place) => {
    const field = (name: string): string => parameters.text(`TargetMsg.${place}.${name}`);
    const extension = field('ExtendedParams');
    checkInnerExtension(extension);
    return {
      ...checkTargetMessage(field('Target'), field('MsgKey')),
      keyValue: field('TemplateKeyValue'),
      extension,
    };
  });
}

function placeOf(name: string): readonly string[] {
  const place = /^TargetMsg\.(\d+)\./.exec(name)?.[1];
  return place === undefined ? [] : [place];
}
