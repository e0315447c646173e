import { Hono } from 'hono';
import { appRoutes } from './app-routes.ts';
import type { Controlled } from './controlled.ts';
import { deviceRoutes } from './device-routes.ts';
import { guard } from './guard.ts';
import { mpaasRoutes } from './mpaas/routes.ts';
import { Problem, problemResponse } from './problem.ts';
import { scriptRoutes } from './script-routes.ts';
import { WELCOME } from './welcome.ts';

/** Everything that is not a vendor's: the page at `/`, `/healthz`, and `/_emulator/…`. */
export function createControlApi(
  options: Controlled & { readonly allowedHosts: readonly string[] },
): (request: Request) => Promise<Response> {
  const api = new Hono();
  api.get('/healthz', (context) => context.json({ status: 'ok' }));
  api.use('/_emulator/*', (context, next) => {
    guard(context.req.raw, options.allowedHosts);
    return next();
  });
  api.get('/', (context) => context.text(WELCOME));
  api.route('/_emulator', appRoutes(options.huawei));
  api.route('/_emulator', deviceRoutes(options.huawei));
  api.route('/_emulator', scriptRoutes(options));
  api.route('/_emulator/mpaas', mpaasRoutes(options.mpaas));
  api.notFound(({ req: { method, path } }) =>
    problemResponse(new Problem(404, `There is no ${method} ${path} here; GET / lists what there is.`)),
  );
  api.onError(problemResponse);
  return async (request) => api.fetch(request);
}
