import { DurableObject } from 'cloudflare:workers';

/** An object without anything of ours: tests put it into its storage by themselves. */
export class TestObject extends DurableObject {}

export default {
  fetch: (): Response => new Response(null, { status: 404 }),
};
