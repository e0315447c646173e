import { DurableObject } from 'cloudflare:workers';
import { createObjectClass } from '../../src/object/create-object-class.ts';
import { mortal } from './mortal.ts';
import { world } from './world.ts';

/** An object without anything of ours: tests put it into its storage by themselves, or see what comes to it. */
export class TestObject extends DurableObject {
  /** Says what it was asked, and answers a header of its own. */
  override async fetch(request: Request): Promise<Response> {
    const { method, url } = request;
    if (url.endsWith('/recalls/dies')) await this.#die();
    if (url.endsWith('/recalls/breaks')) throw new Error('broken at eyJhbGciOi.eyJzdWIi.c2ln inside');
    const body = new Uint8Array(await request.arrayBuffer());
    const heard: Heard = {
      object: this.ctx.id.name ?? '',
      method,
      url,
      headers: Object.fromEntries(request.headers),
      bytes: body.byteLength,
      text: body.byteLength < 1000 ? new TextDecoder().decode(body) : '',
    };
    const isEvents = url.endsWith('/events');
    return Response.json(heard, {
      headers: { Location: '/there', ...(isEvents && { 'Cache-Control': 'no-transform' }) },
    });
  }

  /** As often as it was told to, by its storage. */
  async #die(): Promise<void> {
    const { storage } = this.ctx;
    const deaths = storage.kv.get<number>('deaths') ?? 0;
    if (deaths === 0) return;
    storage.kv.put('deaths', deaths - 1);
    await storage.sync();
    this.ctx.abort('ended at eyJhbGciOi.eyJzdWIi.c2ln');
  }
}

const OwnObject = createObjectClass<Cloudflare.Env>({
  optionsOf: () => world.options(),
  send: (request, options) => world.send(request, options),
  warn: (message) => world.warnings.push(message),
});

/** The gateway's own object, whose alarms are counted. Tests make the world that it lives in. */
export class RecallObject extends OwnObject {
  constructor(state: DurableObjectState, env: Cloudflare.Env) {
    super(state, env);
    world.abort = (reason) => state.abort(reason);
    world.onBirth();
    const storage = mortal(state.storage, () => world.step());
    // All that an object of ours uses of it
    Object.defineProperty(this, 'ctx', { value: { id: state.id, storage } });
  }

  override async alarm(): Promise<void> {
    world.sentBefore.push(world.sent);
    await super.alarm?.();
  }
}

/** What an object was asked. */
export interface Heard {
  readonly object: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: number;
  readonly text: string;
}

export default {
  fetch: (): Response => new Response(null, { status: 404 }),
};
