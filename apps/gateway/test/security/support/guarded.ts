import { buildWorker, configOfBuilt } from '../../support/build.ts';
import { startGateway, type GatewayUnderTest } from '../../support/gateway.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import type { Recall } from '../../../public/api/types.d.ts';

/** A call to a gateway. */
export interface Call extends RequestInit {
  /** The name of a key, or any text as one; nothing at all where it is empty. Default `oncall`. */
  readonly as?: string | { readonly key: string };
}

/** The Worker as it is built, with keys of every scope and with low limits, to be tried. */
export interface Guarded extends AsyncDisposable {
  readonly gateway: GatewayUnderTest;
  readonly call: (path: string, call?: Call) => Promise<Response>;
}

/** What there is besides the apps `shop` and `bank`. */
export interface Besides {
  /** Further apps, by their names. */
  readonly apps?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Secrets, by the names that these apps call them. */
  readonly secrets?: Readonly<Record<string, string>>;
}

export async function startGuarded({ apps = {}, secrets = {} }: Besides = {}): Promise<Guarded> {
  await using stack = new AsyncDisposableStack();
  const built = stack.use(await temporaryFolder());
  await buildWorker(built.path);
  const gateway = stack.use(
    await startGateway({
      phones: 500,
      keys: {
        starter: { apps: ['shop'], scopes: ['start'] },
        reader: { apps: ['shop'], scopes: ['read'] },
        stopper: { apps: ['shop'], scopes: ['stop'] },
        banker: { apps: ['bank'], scopes: ['start', 'read', 'stop'] },
      },
      apps,
      vars: { LIMITS: { jsonBytes: 50_000, listBytes: 200_000, targets: 5000 }, ...secrets },
      config: await configOfBuilt(built.path),
    }),
  );
  const whole = stack.move();
  return {
    gateway,
    call: async (path, { as = 'oncall', ...request } = {}) => {
      const headers = new Headers(request.headers);
      const key = typeof as === 'string' ? gateway.scene.keyOf(as) : as.key;
      if (key !== '') headers.set('Authorization', `Bearer ${key}`);
      return fetch(`${gateway.url}${path}`, { ...request, headers, redirect: 'manual' });
    },
    [Symbol.asyncDispose]: () => whole.disposeAsync(),
  };
}

/** A list that is sent. */
export const upload = (body: Uint8Array | string, headers: Record<string, string> = {}): Call => ({
  method: 'POST',
  body: typeof body === 'string' ? body : Uint8Array.from(body),
  headers: { 'Content-Type': 'text/plain', ...headers },
});

/** The recall that an answer tells of. */
export const recallOf = async (response: Response): Promise<Recall> => (await response.json()) as Recall; // the contract says so
