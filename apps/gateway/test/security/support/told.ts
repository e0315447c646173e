import { setTimeout as wait } from 'node:timers/promises';
import type { Recall } from '../../../public/api/types.d.ts';
import { recallOf, type Call, type Guarded } from './guarded.ts';

/** An answer, as it was told to whoever called. */
export interface Told {
  readonly what: string;
  readonly status: number;
  /** Its status and headers. */
  readonly head: string;
  readonly body: string;
}

/** Calls a gateway, and keeps all that it answers. */
export interface Listener {
  readonly told: readonly Told[];
  readonly call: (path: string, call?: Call) => Promise<Told>;
  /** Begins a recall, waits until it has ended or cannot go on, and asks for all there is of it. Nothing where it was refused. */
  readonly follow: (app: string, recall: object) => Promise<Recall | undefined>;
}

/** Everything that tells of a recall, but its key, which is a secret by intent. */
const VIEWS = ['', '/events', '/report', '/report?all=true', '/evidence'];

export function listenTo(guarded: Guarded): Listener {
  const told: Told[] = [];

  async function call(path: string, request: Call = {}): Promise<Told> {
    const response = await guarded.call(path, request);
    const { status, headers } = response;
    const head = JSON.stringify([status, response.statusText, ...headers]);
    const answer = { what: `${request.method ?? 'GET'} ${path}`, status, head, body: await response.text() };
    told.push(answer);
    return answer;
  }

  async function rested(path: string): Promise<Recall> {
    for (;;) {
      const recall = await recallOf(await guarded.call(path));
      const isAtWork = recall.state === 'running' || recall.state === 'waiting';
      if (!isAtWork || recall.error !== undefined) return recall;
      await wait(50);
    }
  }

  return {
    told,
    call,
    async follow(app, recall) {
      const recalls = `/v1/apps/${app}/recalls`;
      const headers = { 'Content-Type': 'application/json' };
      const begun = await call(recalls, { method: 'POST', headers, body: JSON.stringify(recall) });
      if (begun.status !== 202) return undefined;
      const { recallId } = JSON.parse(begun.body) as Recall; // the contract says so
      const path = `${recalls}/${recallId}`;
      const ended = await rested(path);
      // Its events have no end before
      if (ended.state === 'waiting') await call(`${path}/stop`, { method: 'POST' });
      for (const view of VIEWS) await call(`${path}${view}`);
      return ended;
    },
  };
}
