import type { Seen } from '../servers.ts';

/** What a server does with the requests of a test, told as data: it may have to be told to another process. */
export type Script =
  | {
      /** A server of HTTP, which gives each request this answer. */
      readonly kind: 'answers';
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  /** A server of HTTP, whose answer goes on without end. */
  | { readonly kind: 'trickles' }
  /** A server of bare bytes: a step for each request, the last one for all that come after. */
  | { readonly kind: 'plays'; readonly steps: readonly Step[]; readonly scheme?: 'https' };

/** What a server of bare bytes does when a request has come. */
export interface Step {
  readonly bytes?: string;
  readonly then: 'wait' | 'end' | 'reset';
}

/** A server that goes by a script, wherever it runs. Closed with all its connections when it is disposed. */
export interface ScriptedServer extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  /** The requests so far, once there are as many as these; of a server of bare bytes they are empty. */
  seen(atLeast: number): Promise<readonly Partial<Seen>[]>;
}

/** Opens a server that goes by a script. */
export type OpenScripted = (script: Script) => Promise<ScriptedServer>;

/** The port of a server that was closed: it was free a moment ago. */
export async function deadPort(open: OpenScripted): Promise<number> {
  await using server = await open({ kind: 'answers' });
  return server.port;
}
