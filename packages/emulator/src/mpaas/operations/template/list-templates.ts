import type { Fields, Order } from '../operation.ts';
import { pageOf, partOf } from '../page.ts';
import { templateView } from './template-view.ts';

/** `ListTemplatePage`. */
export function listTemplates({ parameters, space }: Order): Fields {
  const page = pageOf(parameters, { numberName: 'CurrentPage', defaultSize: 10 });
  const templates = space.templates.list();
  return {
    CurrentPage: page.number,
    PageSize: page.size,
    TotalSize: templates.length,
    Data: partOf(templates, page).map(templateView),
  };
}
