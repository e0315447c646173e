import { ServiceRefusal } from '../../answers/refusals.ts';
import type { Template } from '../../store/templates.ts';
import type { Order } from '../operation.ts';

/** The template that `TemplateId` names, or else `TemplateName`. */
export function findTemplate({ parameters, space }: Order): Template {
  const id = parameters.text('TemplateId');
  const name = parameters.text('TemplateName');
  if (id === '' && name === '') throw new ServiceRefusal('3028', 'TemplateId and TemplateName are empty.');
  const found = id === '' ? space.templates.byName(name) : space.templates.byId(id);
  if (found === undefined) throw new ServiceRefusal('3022');
  return found;
}
