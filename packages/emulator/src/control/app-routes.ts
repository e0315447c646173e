import { Hono } from 'hono';
import type { HuaweiApp } from '../huawei/apps.ts';
import type { Huawei } from '../huawei/huawei.ts';
import { definedOnly } from './defined-only.ts';
import { readJson } from './read-json.ts';
import { appSchema, deliverySchema, notifyIdSchema, quotaSchema } from './schemas.ts';

/** `/_emulator/apps…`: what the developer does in the vendor's console. */
export function appRoutes(huawei: Huawei): Hono {
  const routes = new Hono();
  routes.post('/apps', async (context) => {
    const app = await huawei.createApp(definedOnly(await readJson(context, appSchema)));
    return context.json(view(app, huawei), 201);
  });
  routes.get('/apps', (context) => context.json(huawei.apps().map((app) => view(app, huawei))));
  routes.get('/apps/:clientId/service-account.json', (context) => {
    const { clientId, serviceAccount } = huawei.app(context.req.param('clientId'));
    context.header('content-disposition', `attachment; filename="service-account-${clientId}.json"`);
    return context.json(serviceAccount);
  });
  routes.post('/apps/:clientId/deliveries', async (context) => {
    const { clientId } = huawei.app(context.req.param('clientId'));
    const delivery = definedOnly(await readJson(context, deliverySchema));
    return context.json(huawei.deliver({ clientId, ...delivery }), 201);
  });
  routes.get('/apps/:clientId/revocations', (context) => {
    const { clientId } = huawei.app(context.req.param('clientId'));
    const { notifyId } = notifyIdSchema.parse(context.req.query());
    const revocations = huawei.revocations({ clientId, notifyId });
    return context.json({ count: revocations.count, times: Object.fromEntries(revocations.entries()) });
  });
  routes.put('/apps/:clientId/quota', async (context) => {
    const { clientId } = huawei.app(context.req.param('clientId'));
    const quota = await readJson(context, quotaSchema);
    huawei.setQuota(clientId, definedOnly(quota));
    return context.json(quota);
  });
  routes.delete('/apps/:clientId/quota', (context) => {
    huawei.setQuota(context.req.param('clientId'), undefined);
    return context.body(null, 204);
  });
  return routes;
}

/** An app without its key. */
function view({ serviceAccount, ...app }: HuaweiApp, huawei: Huawei): object {
  return {
    ...app,
    keyId: serviceAccount.key_id,
    devices: huawei.deviceCount(app.clientId),
    serviceAccount: `/_emulator/apps/${app.clientId}/service-account.json`,
  };
}
