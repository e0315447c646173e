import type { Fields, Order } from '../operation.ts';
import { findTemplate } from './find-template.ts';

/** `DeleteTemplate`, by its id or its name. */
export function deleteTemplate(order: Order): Fields {
  order.space.templates.remove(findTemplate(order));
  return {};
}
