// What is measured: the lists of an object, each step by a request of its own.
import { DurableObject } from 'cloudflare:workers';
import { openLists } from '../../../../../packages/worker/src/store/lists/open-lists.ts';
import { databaseOf } from '../../../../../packages/worker/src/store/sql/database.ts';
import { migrate } from '../../../../../packages/worker/src/store/sql/migrate.ts';
import type { TargetLists } from '../../../../../packages/worker/src/store/uploads.ts';

interface Env {
  readonly OBJECTS: DurableObjectNamespace<MeasuredObject>;
}

const LIMITS = { bytes: 4 * 2 ** 30, targets: 10_000_000 };

export class MeasuredObject extends DurableObject<Env> {
  override async fetch(request: Request): Promise<Response> {
    const { storage } = this.ctx;
    const { sql } = storage;
    migrate(databaseOf(storage));
    const lists = openLists(storage);
    const exec: SqlStorage['exec'] = sql.exec.bind(sql);
    let rowsWritten = 0;
    sql.exec = (query: string, ...values: SqlStorageValue[]) => {
      const cursor = exec(query, ...values);
      rowsWritten += cursor.rowsWritten;
      // The cast: which columns there are is for the one who asks to know
      return cursor as never;
    };
    try {
      const done = await step(lists, request);
      return Response.json({ done, rowsWritten, databaseSize: sql.databaseSize });
    } finally {
      sql.exec = exec;
    }
  }
}

async function step(lists: TargetLists, { url, body }: Request): Promise<unknown> {
  const { searchParams } = new URL(url);
  switch (searchParams.get('step')) {
    case 'begin':
      lists.begin('r', { format: 'txt', dedupe: searchParams.has('dedupe') });
      return lists.standing('r');
    case 'append': {
      const offset = lists.standing('r')?.offset ?? 0;
      if (body === null) throw new TypeError('a part has a body');
      // The cast: a body is of bytes
      const bytes = body as ReadableStream<Uint8Array>;
      return lists.append('r', { offset, body: bytes, isLast: searchParams.has('last') }, LIMITS);
    }
    case 'settle':
      return (await lists.settle('r')).facts.totals;
    case 'read': {
      let targets = 0;
      for await (const chunk of lists.source('r').read()) targets += chunk.targets.count;
      return { targets };
    }
    case 'remove':
      lists.remove('r');
      return {};
    default:
      throw new TypeError('no such step');
  }
}

export default {
  fetch: (request: Request, { OBJECTS }: Env): Promise<Response> =>
    OBJECTS.getByName('measured').fetch(request),
};
