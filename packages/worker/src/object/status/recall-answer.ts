import type { RecallRecord, StoredRecall } from '@unpush/recall';
import type { RecallAnswer } from '../../contract/recall-answer.ts';
import type { Draft } from '../../store/object-store.ts';
import type { LiveRecall } from '../drive/sessions.ts';
import type { ObjectParts } from '../object-parts.ts';
import { keptIn } from '../settings/kept-settings.ts';

/** How a recall stands, as every answer tells it. Rejects with a `LedgerError` where there is none. */
export async function answerFor(recallId: string, parts: ObjectParts): Promise<RecallAnswer> {
  const draft = parts.store.findDraft(recallId);
  return draft === undefined
    ? answerOfStored(await stored(recallId, parts), parts)
    : answerOfDraft(draft, parts);
}

async function stored(recallId: string, { store }: ObjectParts): Promise<StoredRecall> {
  await using record: RecallRecord = await store.read(recallId);
  const { facts, settings, forgotten } = record;
  const [wanted, summary] = await Promise.all([record.wanted(), record.summary()]);
  return { recallId, facts, settings, forgotten, wanted, summary };
}

/** Of a recall. */
export function answerOfStored(recall: StoredRecall, { app, store, drive }: ObjectParts): RecallAnswer {
  const { recallId, facts, settings, wanted, forgotten, summary } = recall;
  const live = drive.live(recallId);
  const { startedAt, finishedAt, targets, ...standing } = live?.summary ?? summary;
  const { error = drive.trouble(recallId), firstMalformed } = keptIn(settings);
  const createdAt = new Date(facts.createdAt).toISOString();
  const isBegun = live !== undefined || standing.elapsedMs > 0 || standing.requests.sent > 0;
  return {
    recallId,
    app: app.name,
    vendor: facts.vendor,
    vendorApp: facts.app,
    selector: facts.selector,
    endpoint: facts.endpoint,
    state: stateOf(recall, live),
    wanted,
    forgotten,
    targets,
    requests: standing.requests,
    codes: standing.codes,
    ...(standing.stoppedBy !== undefined && { stoppedBy: standing.stoppedBy }),
    ...(error !== undefined && live === undefined && { error }),
    ...(standing.evidenceHead !== undefined && { evidenceHead: standing.evidenceHead }),
    createdAt,
    ...(isBegun && { startedAt }),
    ...(finishedAt !== undefined && { finishedAt }),
    elapsedMs: standing.elapsedMs,
    ...paceOf(live, drive.targetsPerSecond),
    ...(firstMalformed !== undefined && { firstMalformed: firstMalformed.map(malformedOf) }),
    audit: [...store.audit(recallId)],
  };
}

function stateOf(
  { wanted, summary, settings }: StoredRecall,
  live: LiveRecall | undefined,
): RecallAnswer['state'] {
  if (live !== undefined) return live.summary.state;
  const { state } = summary;
  const isToGoOn = wanted === 'run' && keptIn(settings).retryUnknown === true;
  if (state === 'finished' && !isToGoOn) return 'finished';
  if (wanted === 'run') return 'waiting';
  return state === 'paused' ? 'paused' : 'stopped';
}

const paceOf = (live: LiveRecall | undefined, targetsPerSecond: number | undefined): Partial<RecallAnswer> =>
  live === undefined
    ? {}
    : {
        ...(live.remainingMs !== undefined && { remainingMs: live.remainingMs }),
        ...(targetsPerSecond !== undefined && { targetsPerSecond }),
      };

type KeptMalformed = NonNullable<ReturnType<typeof keptIn>['firstMalformed']>[number];

const malformedOf = ({
  reason,
  text,
  place,
}: KeptMalformed): { reason: string; text: string; line?: number } => ({
  reason,
  text,
  ...(place !== undefined && { line: place.line }),
});

/** Of a recall whose list is coming in. */
export function answerOfDraft(draft: Draft, { app, store }: ObjectParts): RecallAnswer {
  const { recallId, selector, createdAt, error } = draft;
  const standing = store.lists.standing(recallId);
  const { read, malformed } = standing?.totals ?? { read: 0, malformed: 0 };
  return {
    recallId,
    app: app.name,
    vendor: app.vendor,
    vendorApp: app.vendorApp,
    selector,
    endpoint: app.endpoint,
    state: 'uploading',
    wanted: 'run',
    forgotten: false,
    targets: {
      ...{ read, malformed, duplicate: 0, accepted: 0, rejected: 0, unknown: 0 },
      notAttempted: read - malformed,
    },
    requests: { sent: 0, retried: 0, throttled: 0 },
    codes: {},
    ...(error !== undefined && { error }),
    createdAt: new Date(createdAt).toISOString(),
    elapsedMs: 0,
    upload: {
      offset: standing?.offset ?? 0,
      complete: standing?.complete ?? false,
      underWay: standing?.underWay ?? false,
      ...(standing?.length !== undefined && { length: standing.length }),
    },
    audit: [...store.audit(recallId)],
  };
}
