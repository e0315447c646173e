import { Hono } from 'hono';
import { behaviourSchema } from '../huawei/behaviour.ts';
import type { Controlled } from './controlled.ts';
import { definedOnly } from './defined-only.ts';
import { readJson } from './read-json.ts';
import { faultsSchema } from './schemas.ts';

/** Faults, settings and the requests that came. */
export function scriptRoutes({ huawei, faults, requests }: Controlled): Hono {
  const routes = new Hono();
  routes.get('/faults', (context) => context.json(faults.list()));
  routes.put('/faults', async (context) => {
    faults.set(await readJson(context, faultsSchema));
    return context.json(faults.list());
  });
  routes.delete('/faults', (context) => {
    faults.clear();
    return context.body(null, 204);
  });
  routes.get('/huawei/behaviour', (context) => context.json(huawei.behaviour));
  routes.patch('/huawei/behaviour', async (context) => {
    huawei.setBehaviour(definedOnly(await readJson(context, behaviourSchema.partial())));
    return context.json(huawei.behaviour);
  });
  routes.get('/requests', (context) => context.json(requests.list()));
  routes.delete('/requests', (context) => {
    requests.clear();
    return context.body(null, 204);
  });
  return routes;
}
