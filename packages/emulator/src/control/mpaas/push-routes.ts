import { Hono } from 'hono';
import type { Mpaas } from '../../mpaas/console/mpaas.ts';
import { definedOnly } from '../defined-only.ts';
import { readJson } from '../read-json.ts';
import { APP, appOf } from './app-of.ts';
import { deliverySchema, revokedSchema, taskSchema } from './schemas.ts';

/** What was sent, and what was accepted to be taken back. */
export function pushRoutes(mpaas: Mpaas): Hono {
  const routes = new Hono();
  routes.post(`${APP}/deliveries`, async (context) => {
    const app = appOf(context, mpaas);
    const delivery = definedOnly(await readJson(context, deliverySchema));
    return context.json(mpaas.deliver({ ...app, ...delivery }), 201);
  });
  routes.post(`${APP}/tasks`, async (context) => {
    const app = appOf(context, mpaas);
    const delivery = definedOnly(await readJson(context, taskSchema));
    return context.json(mpaas.deliverTask({ ...app, ...delivery }), 201);
  });
  routes.get(`${APP}/revocations`, (context) => {
    const app = appOf(context, mpaas);
    const revocations = mpaas.revocations({ ...app, ...revokedSchema.parse(context.req.query()) });
    return context.json({ count: revocations.count, times: Object.fromEntries(revocations.entries()) });
  });
  return routes;
}
