import * as z from 'zod/mini';
import { inputObject } from '../../fields/input-object.ts';
import { idSchema } from '../../fields/text.ts';
import type { RpcParameters } from '../../rpc/form.ts';
import { templateNameSchema } from './template-name.ts';

/** Which template: by its name, or by the id that Message Push gave it. */
export type TemplateKey = { readonly templateName: string } | { readonly templateId: string };

/** Takes a name or an id, not both: they could mean two templates. */
export const templateKeySchema: z.ZodMiniType<RpcParameters> = z.pipe(
  inputObject({
    templateName: z.optional(templateNameSchema),
    templateId: z.optional(idSchema({ what: "the template's id (TemplateId)" })),
  }).check(
    z.refine(({ templateName, templateId }) => (templateName === undefined) !== (templateId === undefined), {
      error: 'must hold either templateName or templateId',
    }),
  ),
  z.transform(({ templateName, templateId }) => ({ TemplateName: templateName, TemplateId: templateId })),
);
