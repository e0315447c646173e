import { InvalidRequestError } from '@unpush/core';
import { evidenceKeyText, reportLines, type RecallRecord } from '@unpush/recall';
import type { Asked } from '../object-parts.ts';
import { switchOf } from '../start/query.ts';
import { answerFor } from '../status/recall-answer.ts';
import { gathered } from '../streams/gathered.ts';
import { streamOf } from '../streams/stream-of.ts';
import { watchRecall } from '../streams/watch-recall.ts';

/** `GET …/recalls/{id}/report` */
export async function readReport(request: Request, recallId: string, { store }: Asked): Promise<Response> {
  const all = switchOf(new URL(request.url).searchParams, 'all');
  const record = await recordOf(recallId, store);
  try {
    // Rejects where the targets were deleted
    await record.source();
    const source = store.lists.source(recallId, 'in-passing');
    const lines = reportLines({ outcomes: record.outcomes(), source, all });
    return ndjson(textsOf(lines), { record, name: `${recallId}-report.ndjson` });
  } catch (error) {
    await record.close();
    throw error;
  }
}

/** `GET …/recalls/{id}/evidence` */
export async function readEvidence(_request: Request, recallId: string, { store }: Asked): Promise<Response> {
  const record = await recordOf(recallId, store);
  return ndjson(withLineFeeds(record.evidence()), { record, name: `${recallId}-evidence.ndjson` });
}

/** `GET …/recalls/{id}/evidence-key` */
export async function readEvidenceKey(
  _request: Request,
  recallId: string,
  { store }: Asked,
): Promise<Response> {
  await using record = await recordOf(recallId, store);
  const text = evidenceKeyText({ recallId, key: record.evidenceKey });
  return new Response(text, {
    headers: headersOf('text/plain; charset=utf-8', `${recallId}-evidence-key.json`),
  });
}

/** `GET …/recalls/{id}/events` */
export async function watch(_request: Request, recallId: string, asked: Asked): Promise<Response> {
  // Before the stream begins, so that there is a status for what cannot be watched
  await answerFor(recallId, asked);
  const gone = new AbortController();
  const events = watchRecall({ read: () => answerFor(recallId, asked), signal: gone.signal });
  const stream = streamOf(events, () => {
    gone.abort();
  });
  return new Response(stream, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // Nobody on the way is to gather events, to pack them or for any other reason
      'Cache-Control': 'no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
}

/** Rejects where there is no such recall, and where it has no record yet. */
function recordOf(recallId: string, store: Asked['store']): Promise<RecallRecord> {
  if (store.findDraft(recallId) === undefined) return store.read(recallId);
  const problem = `recall ${recallId} is uploading: it has a record once its list is complete`;
  throw new InvalidRequestError([{ field: 'recallId', problem }]);
}

const ndjson = (
  lines: AsyncIterable<string>,
  { record, name }: { readonly record: RecallRecord; readonly name: string },
): Response =>
  new Response(
    streamOf(gathered(lines), () => record.close()),
    { headers: headersOf('application/x-ndjson', name) },
  );

const headersOf = (type: string, name: string): Readonly<Record<string, string>> => ({
  'Content-Type': type,
  'Content-Disposition': `attachment; filename="${name}"`,
});

async function* textsOf(lines: AsyncIterable<{ readonly text: string }>): AsyncGenerator<string> {
  for await (const { text } of lines) yield text;
}

async function* withLineFeeds(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}
