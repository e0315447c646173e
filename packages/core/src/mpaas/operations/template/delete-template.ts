import { defineOperation, type MpaasOperation } from '../operation.ts';
import { templateKeySchema, type TemplateKey } from './template-key.ts';

/**
 * `DeleteTemplate`. Not repeated after a lost answer: that it does not exist then (3022) says nothing about who
 * deleted it.
 *
 * @see https://help.aliyun.com/document_detail/2882067.html
 */
export const deleteTemplate: MpaasOperation<TemplateKey, undefined> = defineOperation({
  action: 'DeleteTemplate',
  repeatable: false,
  needsTenant: true,
  envelope: 'flat',
  input: templateKeySchema,
  parameters: (key) => key,
  output: () => undefined,
});
