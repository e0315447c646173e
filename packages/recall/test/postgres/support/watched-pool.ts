import type pg from 'pg';
import type { PostgresPool } from '../../../src/postgres/index.ts';

/** A pool that is counted, and whose answers can get lost on their way. */
export interface WatchedPool extends PostgresPool {
  /** Statements, in order. */
  readonly asked: readonly string[];
  /** How many of them were transactions of several statements, for which a connection is held. */
  readonly transactions: () => number;
  /** Loses the answer to the next statement that holds this text; it is done all the same. */
  readonly loseAnswerTo: (text: string) => void;
}

export function watched(pool: pg.Pool): WatchedPool {
  const asked: string[] = [];
  let losing: string | undefined;
  const watch = async <T>(text: string, ask: () => Promise<T>): Promise<T> => {
    asked.push(text);
    const answer = await ask();
    if (losing !== undefined && text.includes(losing)) {
      losing = undefined;
      // As pg says it when the connection ends before the answer
      throw new Error('Connection terminated unexpectedly');
    }
    return answer;
  };
  return {
    asked,
    transactions: () => asked.filter((text) => text.startsWith('BEGIN')).length,
    loseAnswerTo: (text) => void (losing = text),
    query: (text, values) => watch(text, () => pool.query<Record<string, unknown>>(text, values)),
    async connect() {
      const client = await pool.connect();
      return {
        query: (text, values) => watch(text, () => client.query<Record<string, unknown>>(text, values)),
        release: (error) => client.release(error),
        on: (event, listener) => client.on(event, listener),
        off: (event, listener) => client.off(event, listener),
      };
    },
  };
}
