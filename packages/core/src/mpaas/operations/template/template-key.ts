import type * as z from 'zod';
import { inputObject } from '../../fields/input-object.ts';
import { idSchema } from '../../fields/text.ts';
import type { RpcParameters } from '../../rpc/form.ts';
import { templateNameSchema } from './template-name.ts';

/** Which template: by its name, or by the id that Message Push gave it. */
export type TemplateKey = { readonly templateName: string } | { readonly templateId: string };

/** Takes a name or an id, not both: they could mean two templates. */
export const templateKeySchema: z.ZodType<RpcParameters> = inputObject({
  templateName: templateNameSchema.optional(),
  templateId: idSchema({ what: "the template's id (TemplateId)" }).optional(),
})
  .refine(({ templateName, templateId }) => (templateName === undefined) !== (templateId === undefined), {
    error: 'must hold either templateName or templateId',
  })
  .transform(({ templateName, templateId }) => ({ TemplateName: templateName, TemplateId: templateId }));
