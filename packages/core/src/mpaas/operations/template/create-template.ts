import * as z from 'zod/mini';
import { show } from '../../../display/show.ts';
import { present, textOf } from '../../answers/read-values.ts';
import { inputObject } from '../../fields/input-object.ts';
import { textSchema } from '../../fields/text.ts';
import { yesOrNoSchema } from '../../fields/yes-or-no.ts';
import { defineOperation, type MpaasOperation } from '../operation.ts';
import { pushImagesSchema, type PushImages } from '../../fields/images.ts';
import {
  pushActionSchema,
  pushStyleSchema,
  type PushAction,
  type PushStyle,
} from '../../fields/push-action.ts';
import { templateNameSchema } from './template-name.ts';

/** A new template. Placeholders stand in title, content and uri as `#name#`. */
export interface CreateTemplateInput {
  /** Up to 200 characters, without a comma (3037, 3038), and new (3036). */
  readonly templateName: string;
  /** Not empty (3040). */
  readonly title: string;
  /** Not empty (3039). */
  readonly content: string;
  /** `DescInfo`: what the console says of it. */
  readonly description?: string;
  /** What a tap opens. */
  readonly uri?: string;
  /** `Variables`: the placeholders' names, without the `#`. */
  readonly variables?: readonly string[];
  /** `ShowStyle`: whether nothing is shown. */
  readonly silent?: boolean | 0 | 1;
  readonly pushStyle?: PushStyle | 0 | 1 | 2;
  /** `JumpAction`: what a tap opens, with the numbers of a push's `PushAction`. */
  readonly pushAction?: PushAction | 0 | 1;
  /** The large picture of the style `image-text`. */
  readonly imageUrls?: PushImages;
  /** The icon of the style `image-text`. */
  readonly iconUrls?: PushImages;
}

/** What an accepted creation answers. */
export interface CreatedTemplate {
  /** `Data`, as it came: presumably the new template's id. */
  readonly data?: string;
}

const variable = textSchema({ what: "a placeholder's name" }).check(
  z.refine((name) => !/[,#]/.test(name), {
    error: ({ input }) => `must be a placeholder's name, without comma and #, but is ${show(input)}`,
  }),
);

/**
 * `CreateTemplate`. An app has at most 100 templates (3056). Not repeated after a lost answer: if the name exists then
 * (3036), it may be this very one.
 *
 * @see https://help.aliyun.com/document_detail/2882067.html
 */
export const createTemplate: MpaasOperation<CreateTemplateInput, CreatedTemplate> = defineOperation({
  action: 'CreateTemplate',
  repeatable: false,
  needsTenant: true,
  envelope: 'flat',
  input: inputObject({
    templateName: templateNameSchema,
    title: textSchema({ what: "the template's title (Title)", emptyCode: '3040' }),
    content: textSchema({ what: "the template's text (Content)", emptyCode: '3039' }),
    description: z.optional(textSchema({ what: "the template's description (DescInfo)", emptyCode: '3041' })),
    uri: z.optional(textSchema({ what: 'what a tap opens (Uri)', emptyCode: '3042' })),
    variables: z.optional(
      z.readonly(
        z.array(variable, {
          error: ({ input }) => `must be an array of placeholders' names, but is ${show(input)}`,
        }),
      ),
    ),
    silent: z.optional(yesOrNoSchema('whether pushes of it are silent (ShowStyle)')),
    pushStyle: z.optional(pushStyleSchema),
    pushAction: z.optional(pushActionSchema),
    imageUrls: z.optional(pushImagesSchema),
    iconUrls: z.optional(pushImagesSchema),
  }),
  parameters: (input) => ({
    TemplateName: input.templateName,
    Title: input.title,
    Content: input.content,
    DescInfo: input.description,
    Uri: input.uri,
    Variables: input.variables?.join(','),
    ShowStyle: input.silent,
    PushStyle: input.pushStyle,
    JumpAction: input.pushAction,
    ImageUrls: input.imageUrls,
    IconUrls: input.iconUrls,
  }),
  output: ({ data }) => present({ data: textOf(data) }),
});
