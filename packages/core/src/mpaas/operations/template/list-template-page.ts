import * as z from 'zod/mini';
import { listOf, numberOf, present } from '../../answers/read-values.ts';
import { inputObject } from '../../fields/input-object.ts';
import { integerSchema } from '../../fields/integer.ts';
import { defineOperation, type MpaasOperation } from '../operation.ts';
import { readTemplate, type Template } from './template.ts';

/** Which page of the templates. */
export interface ListTemplatePageInput {
  /** From 1 on. The vendor states no default. */
  readonly currentPage?: number;
  /** How many a page holds. The vendor states no default. */
  readonly pageSize?: number;
}

/** A page of an app's templates. */
export interface TemplatePage {
  readonly list: readonly Template[];
  readonly currentPage?: number;
  readonly pageSize?: number;
  /** How many there are on all pages. */
  readonly totalSize?: number;
}

/**
 * `ListTemplatePage`: the templates of an app, page by page.
 *
 * @see https://help.aliyun.com/document_detail/2882067.html
 */
export const listTemplatePage: MpaasOperation<ListTemplatePageInput, TemplatePage> = defineOperation({
  action: 'ListTemplatePage',
  repeatable: true,
  needsTenant: true,
  envelope: 'flat',
  input: inputObject({
    currentPage: z.optional(integerSchema({ what: 'which page (CurrentPage)', min: 1 })),
    pageSize: z.optional(integerSchema({ what: 'how many a page holds (PageSize)', min: 1 })),
  }),
  parameters: ({ currentPage, pageSize }) => ({ CurrentPage: currentPage, PageSize: pageSize }),
  output: ({ data, fields }) => ({
    list: listOf(data).map(readTemplate),
    ...present({
      currentPage: numberOf(fields['currentpage']),
      pageSize: numberOf(fields['pagesize']),
      totalSize: numberOf(fields['totalsize']),
    }),
  }),
});
