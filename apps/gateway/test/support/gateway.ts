import { setTimeout as wait } from 'node:timers/promises';
import type { Recall } from '../../public/api/types.d.ts';
import { setScene, type Scene } from '../../scripts/local/scene.ts';
import { freePort } from '../../scripts/local/port.ts';
import { startWrangler, type LocalGateway } from '../../scripts/local/wrangler.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The gateway in wrangler's local runtime, with emulated phones behind it. */
export interface GatewayUnderTest extends AsyncDisposable {
  readonly scene: Scene;
  readonly url: string;
  readonly folder: string;
  /** What the Worker and its runtime have written into the log. */
  readonly said: () => string;
  /** Calls it with the key of the scene; throws for anything but a good answer. */
  readonly call: (path: string, request?: RequestInit) => Promise<Response>;
  readonly readRecall: (recallId: string) => Promise<Recall>;
  /** Waits until the recall is as it should be, however often the gateway is away meanwhile. */
  readonly until: (recallId: string, isThere: (recall: Recall) => boolean) => Promise<Recall>;
  /** Kills it with all its children. */
  readonly kill: () => Promise<void>;
  /** Starts it anew, on what is on the disk. */
  readonly restart: () => Promise<void>;
}

/** Starts it. `config` names another wrangler.jsonc, such as of what is built already. */
export async function startGateway(
  scenery: Parameters<typeof setScene>[0] & { readonly config?: string },
): Promise<GatewayUnderTest> {
  const { config, ...sceneOptions } = scenery;
  await using stack = new AsyncDisposableStack();
  const folder = stack.use(await temporaryFolder());
  const scene = await setScene(sceneOptions);
  stack.use(scene.running);
  const { caPem } = scene.running;
  const options = {
    folder: folder.path,
    vars: scene.vars,
    port: await freePort(),
    ...(caPem === undefined ? {} : { caPem }),
    ...(config === undefined ? {} : { config }),
  };
  let local: LocalGateway = await startWrangler(options);
  stack.defer(() => local.stop());
  const { url } = local;

  const call = async (path: string, request: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(request.headers);
    headers.set('Authorization', `Bearer ${scene.key}`);
    const response = await fetch(`${url}${path}`, { ...request, headers });
    if (!response.ok) throw new Error(`${path}: ${String(response.status)} ${await response.text()}`);
    return response;
  };
  const readRecall = async (recallId: string): Promise<Recall> => {
    const response = await call(`/v1/apps/shop/recalls/${recallId}`);
    // The contract says so
    return (await response.json()) as Recall;
  };
  const whole = stack.move();
  return {
    scene,
    url,
    folder: folder.path,
    said: () => local.said(),
    call,
    readRecall,
    until: async (recallId, isThere) => {
      for (;;) {
        const recall = await readRecall(recallId);
        if (isThere(recall)) return recall;
        await wait(100);
      }
    },
    kill: () => local.kill(),
    restart: async () => {
      local = await startWrangler(options);
    },
    [Symbol.asyncDispose]: () => whole.disposeAsync(),
  };
}
