import { Hono } from 'hono';
import type { Mpaas } from '../../mpaas/console/mpaas.ts';
import type { AppName } from '../../mpaas/accounts/app-name.ts';
import type { Page } from '../../world/page.ts';
import { definedOnly } from '../defined-only.ts';
import { readJson } from '../read-json.ts';
import { pageSchema } from '../schemas.ts';
import { type TargetList, targetListResponse } from '../target-list.ts';
import { APP, appOf } from './app-of.ts';
import { devicesSchema, phoneSchema, targetsSchema, touchSchema, usersSchema } from './schemas.ts';

/** The most ids that the answer to their creation repeats; the rest is in the list of targets. */
const SHOWN = 1000;

/** Devices, users, and what a phone shows. */
export function phoneRoutes(mpaas: Mpaas): Hono {
  const routes = new Hono();
  routes.post(`${APP}/devices`, async (context) => {
    const app = appOf(context, mpaas);
    const order = definedOnly(await readJson(context, devicesSchema));
    const ids = mpaas.createDevices({ ...app, ...order });
    return context.json({ devices: mpaas.deviceCount(app), ids: ids.slice(0, SHOWN) }, 201);
  });
  routes.get(`${APP}/devices`, (context) => {
    const app = appOf(context, mpaas);
    const page = pageSchema.parse(context.req.query());
    return context.json({ devices: mpaas.deviceCount(app), ...page, ids: mpaas.devices(app, page) });
  });
  routes.post(`${APP}/users`, async (context) => {
    const app = appOf(context, mpaas);
    mpaas.bindUsers({ ...app, ...(await readJson(context, usersSchema)) });
    return context.json({ users: mpaas.userCount(app) }, 201);
  });
  routes.get(`${APP}/users`, (context) => {
    const app = appOf(context, mpaas);
    const page = pageSchema.parse(context.req.query());
    return context.json({ users: mpaas.userCount(app), ...page, ids: mpaas.users(app, page) });
  });
  routes.get(`${APP}/targets`, (context) => {
    const { of, format } = targetsSchema.parse(context.req.query());
    return targetListResponse(targetList(mpaas, appOf(context, mpaas), of), format);
  });
  routes.get(`${APP}/trays`, (context) => {
    const app = appOf(context, mpaas);
    return context.json(mpaas.tray({ ...app, ...phoneSchema.parse(context.req.query()) }));
  });
  routes.post(`${APP}/clicks`, async (context) => {
    const app = appOf(context, mpaas);
    const clicked = mpaas.click({ ...app, ...(await readJson(context, touchSchema)) });
    return context.json({ clicked });
  });
  routes.post(`${APP}/clears`, async (context) => {
    const app = appOf(context, mpaas);
    const cleared = mpaas.clear({ ...app, ...(await readJson(context, touchSchema)) });
    return context.json({ cleared });
  });
  return routes;
}

function targetList(mpaas: Mpaas, app: AppName, of: 'devices' | 'users'): TargetList {
  return {
    field: 'target',
    fileName: `${of}-${app.appId}`,
    count: of === 'devices' ? mpaas.deviceCount(app) : mpaas.userCount(app),
    page: (page: Page) => (of === 'devices' ? mpaas.devices(app, page) : mpaas.users(app, page)),
  };
}
