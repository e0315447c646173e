import { Hono } from 'hono';
import type { Huawei } from '../huawei/huawei.ts';
import type { Page } from '../world/page.ts';
import { readJson } from './read-json.ts';
import { clickSchema, devicesSchema, pageSchema, tokensSchema } from './schemas.ts';
import { targetListResponse } from './target-list.ts';

/** The most tokens that the answer to their creation repeats; the rest is in the token list. */
const SHOWN = 1000;

/** Devices, their tokens, and what they show. */
export function deviceRoutes(huawei: Huawei): Hono {
  const routes = new Hono();
  routes.post('/apps/:clientId/devices', async (context) => {
    const { clientId } = huawei.app(context.req.param('clientId'));
    const order = await readJson(context, devicesSchema);
    const tokens = huawei.createDevices({ clientId, ...order });
    return context.json({ devices: huawei.deviceCount(clientId), tokens: tokens.slice(0, SHOWN) }, 201);
  });
  routes.get('/apps/:clientId/devices', (context) => {
    const { clientId } = huawei.app(context.req.param('clientId'));
    const page = pageSchema.parse(context.req.query());
    return context.json({
      devices: huawei.deviceCount(clientId),
      ...page,
      tokens: huawei.tokens(clientId, page),
    });
  });
  routes.get('/tokens', (context) => {
    const { format, ...asked } = tokensSchema.parse(context.req.query());
    const { clientId } = huawei.app(asked.clientId);
    const list = {
      field: 'token',
      fileName: `tokens-${clientId}`,
      count: huawei.deviceCount(clientId),
      page: (page: Page): readonly string[] => huawei.tokens(clientId, page),
    };
    return targetListResponse(list, format);
  });
  routes.get('/trays/:token', (context) => context.json(huawei.tray(context.req.param('token'))));
  routes.post('/clicks', async (context) => {
    const clicked = huawei.click(await readJson(context, clickSchema));
    return context.json({ clicked });
  });
  return routes;
}
