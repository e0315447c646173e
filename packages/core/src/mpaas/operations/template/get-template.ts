import { defineOperation, type MpaasOperation } from '../operation.ts';
import { templateKeySchema, type TemplateKey } from './template-key.ts';
import { readTemplate, type Template } from './template.ts';

/**
 * `GetTemplate`: one template.
 *
 * @see https://help.aliyun.com/document_detail/2882067.html
 */
export const getTemplate: MpaasOperation<TemplateKey, Template> = defineOperation({
  action: 'GetTemplate',
  repeatable: true,
  needsTenant: true,
  envelope: 'flat',
  input: templateKeySchema,
  parameters: (key) => key,
  output: ({ data }) => readTemplate(data),
});
