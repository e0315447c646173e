import * as z from 'zod/mini';
import { textMapAsJson } from '../../../fields/text-map.ts';
import { textSchema } from '../../../fields/text.ts';

/** A template, and what goes into it. */
export interface FilledTemplate {
  /** `TemplateName`: the name of a template of this app. */
  readonly templateName: string;
  /** `TemplateKeyValue`: a text for each placeholder, by its name without the `#`. */
  readonly templateParams?: Readonly<Record<string, string>>;
}

/** What goes into a template, as the JSON that `TemplateKeyValue` wants. */
export const templateParamsSchema = textMapAsJson('a text for each placeholder (TemplateKeyValue)');

/** The fields of {@link FilledTemplate}. */
export const filledTemplateShape = {
  templateName: textSchema({ what: "the template's name (TemplateName)", emptyCode: '3025' }),
  templateParams: z.optional(templateParamsSchema),
};
