import { Hono } from 'hono';
import type { Mpaas } from '../../mpaas/console/mpaas.ts';
import { definedOnly } from '../defined-only.ts';
import { readJson } from '../read-json.ts';
import { APP, appOf } from './app-of.ts';
import { appSchema, pushApiSchema, quotaSchema } from './schemas.ts';
import { appView } from './views.ts';

/** Apps, their keys, their switch and their quota. */
export function appRoutes(mpaas: Mpaas): Hono {
  const routes = new Hono();
  routes.post('/apps', async (context) => {
    const app = mpaas.createApp(definedOnly(await readJson(context, appSchema)));
    return context.json(appView(app, mpaas), 201);
  });
  routes.get('/apps', (context) => context.json(mpaas.apps().map((app) => appView(app, mpaas))));
  routes.get(`${APP}/access-key.json`, (context) => {
    const { appId, accessKey } = mpaas.app(appOf(context, mpaas));
    context.header('content-disposition', `attachment; filename="access-key-${appId}.json"`);
    return context.json(accessKey);
  });
  routes.put(`${APP}/push-api`, async (context) => {
    const app = appOf(context, mpaas);
    const { position } = await readJson(context, pushApiSchema);
    mpaas.setPushApi(app, position);
    return context.json({ position });
  });
  routes.put(`${APP}/quota`, async (context) => {
    const app = appOf(context, mpaas);
    const quota = await readJson(context, quotaSchema);
    mpaas.setQuota(app, definedOnly(quota));
    return context.json(quota);
  });
  routes.delete(`${APP}/quota`, (context) => {
    mpaas.setQuota(appOf(context, mpaas), undefined);
    return context.body(null, 204);
  });
  return routes;
}
