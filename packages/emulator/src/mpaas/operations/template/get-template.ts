import type { Fields, Order } from '../operation.ts';
import { findTemplate } from './find-template.ts';
import { templateView } from './template-view.ts';

/** `GetTemplate`, by its id or its name. */
export function getTemplate(order: Order): Fields {
  return { Data: templateView(findTemplate(order)) };
}
