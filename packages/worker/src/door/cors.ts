import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';

/** For pages of the named origins, and of no others. */
export const corsFor = (origins: readonly string[]): MiddlewareHandler =>
  cors({
    origin: [...origins],
    allowMethods: ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'],
    allowHeaders: [
      'Authorization',
      'Accept-Language',
      'Content-Encoding',
      'Content-Type',
      'Idempotency-Key',
      'Last-Event-ID',
      'Upload-Complete',
      'Upload-Length',
      'Upload-Offset',
    ],
    exposeHeaders: [
      'Content-Disposition',
      'Location',
      'Retry-After',
      'Upload-Complete',
      'Upload-Length',
      'Upload-Offset',
      'X-Request-Id',
    ],
    maxAge: 600,
  });
