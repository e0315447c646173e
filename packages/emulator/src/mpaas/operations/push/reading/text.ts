import { ServiceRefusal } from '../../../answers/refusals.ts';
import type { Template } from '../../../store/templates.ts';
import { parseObject } from '../../../targets.ts';
import type { Order } from '../../operation.ts';
import { wantedText } from '../../wanted-text.ts';

/** What a notification says. */
export interface PushText {
  readonly title: string;
  readonly content: string;
}

/** `Title` and `Content`. */
export function readText({ parameters }: Order): PushText {
  return {
    title: wantedText(parameters, 'Title', '3024'),
    content: wantedText(parameters, 'Content', '3024'),
  };
}

/** The template that `TemplateName` names. */
export function readTemplate({ parameters, space }: Order): Template {
  const template = space.templates.byName(wantedText(parameters, 'TemplateName', '3025'));
  if (template === undefined) throw new ServiceRefusal('3022');
  return template;
}

/** A template with every `#name#` filled in from `TemplateKeyValue`, a JSON object. */
export function fillTemplate({ title, content }: Template, keyValue: string): PushText {
  const values = keyValue === '' ? {} : parseObject(keyValue);
  if (values === undefined) throw new ServiceRefusal('3023', 'TemplateKeyValue must be a JSON object.');
  const fill = (text: string): string =>
    text.replaceAll(/#([^#\s]+)#/g, (_placeholder, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (typeof value !== 'string' && typeof value !== 'number') {
        throw new ServiceRefusal('3023', `TemplateKeyValue lacks ${name}.`);
      }
      return String(value);
    });
  return { title: fill(title), content: fill(content) };
}

/** The content by itself is not too long, nor all that goes over the line together, in bytes. */
export function checkSize({ title, content }: PushText, extension: string, { world }: Order): void {
  const { maxMessageBytes } = world.behaviour;
  if (bytesOf(content) > maxMessageBytes) throw new ServiceRefusal('3043');
  if (bytesOf(title) + bytesOf(content) + bytesOf(extension) > maxMessageBytes)
    throw new ServiceRefusal('3050');
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
