import { Hono } from 'hono';
import { behaviourSchema } from '../../mpaas/behaviour.ts';
import type { Mpaas } from '../../mpaas/console/mpaas.ts';
import { definedOnly } from '../defined-only.ts';
import { readJson } from '../read-json.ts';
import { appRoutes } from './app-routes.ts';
import { phoneRoutes } from './phone-routes.ts';
import { pushRoutes } from './push-routes.ts';
import { accessKeySchema } from './schemas.ts';
import { accessKeyView } from './views.ts';

/** `/_emulator/mpaas…`: the console of mPaaS, and its phones. */
export function mpaasRoutes(mpaas: Mpaas): Hono {
  const routes = new Hono();
  routes.route('/', appRoutes(mpaas));
  routes.route('/', phoneRoutes(mpaas));
  routes.route('/', pushRoutes(mpaas));
  routes.post('/access-keys', async (context) => {
    const made = mpaas.createAccessKey(definedOnly(await readJson(context, accessKeySchema)));
    return context.json(made, 201);
  });
  routes.get('/access-keys', (context) => context.json(mpaas.accessKeys().map(accessKeyView)));
  routes.get('/behaviour', (context) => context.json(mpaas.behaviour));
  routes.patch('/behaviour', async (context) => {
    mpaas.setBehaviour(definedOnly(await readJson(context, behaviourSchema.partial())));
    return context.json(mpaas.behaviour);
  });
  return routes;
}
