import { ServiceRefusal } from '../../answers/refusals.ts';
import { randomDigits } from '../../../random.ts';
import type { Fields, Order } from '../operation.ts';
import { wantedText } from '../wanted-text.ts';

const MOST_TEMPLATES = 100;
const LONGEST_NAME = 200;
const OTHERS = [
  'DescInfo',
  'IconUrls',
  'ImageUrls',
  'JumpAction',
  'PushStyle',
  'ShowStyle',
  'Uri',
  'Variables',
];

/** `CreateTemplate`: at most 100 an app, the name at most 200 characters without a comma. */
export function createTemplate({ parameters, space, world }: Order): Fields {
  const { templates } = space;
  const { behaviour, clock, random } = world;
  const name = wantedText(parameters, 'TemplateName', '3037');
  if (name.length > LONGEST_NAME || name.includes(',')) throw new ServiceRefusal('3038');
  if (templates.byName(name) !== undefined) throw new ServiceRefusal('3036');
  const title = wantedText(parameters, 'Title', '3040');
  const content = wantedText(parameters, 'Content', '3039');
  if (parameters.text('DescInfo').length > behaviour.maxTemplateDescription) throw new ServiceRefusal('3041');
  if (/\s/.test(parameters.text('Uri'))) throw new ServiceRefusal('3042');
  if (templates.count >= MOST_TEMPLATES) throw new ServiceRefusal('3056');
  const others = OTHERS.flatMap((field) => {
    const value = parameters.get(field);
    return value === undefined ? [] : [[field, value] as const];
  });
  const id = randomDigits(8, random);
  const createdAt = clock.wall();
  templates.add({ id, name, title, content, createdAt, others: Object.fromEntries(others) });
  return { Data: id };
}
