import type { Context, Next } from 'hono';

/** What every answer carries: it is for this caller alone, is what it says it is, and can be found in the log. */
export async function withCommonHeaders(
  context: Context<{ Variables: { requestId: string } }>,
  next: Next,
): Promise<void> {
  const requestId = crypto.randomUUID();
  context.set('requestId', requestId);
  await next();
  context.header('Cache-Control', 'no-store', { append: true });
  context.header('Strict-Transport-Security', 'max-age=31536000');
  context.header('X-Content-Type-Options', 'nosniff');
  context.header('X-Request-Id', requestId);
  context.header('Vary', 'Accept-Language', { append: true });
}
