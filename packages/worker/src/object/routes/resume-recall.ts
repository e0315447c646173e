import { InvalidRequestError, parseRequest } from '@unpush/core';
import type { AuditNote } from '@unpush/recall';
import { resumeRecallSchema } from '../../contract/choices.ts';
import { refuseAnother } from '../drive/refuse-another.ts';
import type { Asked } from '../object-parts.ts';
import type { Draft } from '../../store/object-store.ts';
import { goOn } from '../start/take-in.ts';
import { keptIn, toSettings } from '../settings/kept-settings.ts';
import { without } from '../settings/without.ts';
import { answerFor } from '../status/recall-answer.ts';
import { bodyOf } from './body-of.ts';
import { auditNote, now, respond } from './respond.ts';

/** `POST …/recalls/{id}/resume` */
export async function resumeRecall(request: Request, recallId: string, asked: Asked): Promise<Response> {
  const { reason, retryUnknown = false, again } = parseRequest(resumeRecallSchema, await bodyOf(request));
  const { store, drive } = asked;
  const note = auditNote(asked, reason);
  const draft = store.findDraft(recallId);
  if (draft !== undefined) {
    await beginDraft(draft, { note, again }, asked);
    return respond(recallId, asked, 202);
  }
  const { state, targets, wanted } = await answerFor(recallId, asked);
  if (state === 'finished' && !(retryUnknown && targets.unknown > 0)) {
    throw new InvalidRequestError([{ field: 'recallId', problem: nothingLeft(recallId, targets.unknown) }]);
  }
  // Whoever has not heard the answer asks again, of which nothing more comes
  const isWanted = state !== 'finished' && wanted === 'run' && !retryUnknown;
  if (!isWanted) await wantAgain({ recallId, note, retryUnknown }, asked);
  drive.forgive(recallId);
  await drive.wake();
  return respond(recallId, asked, 202);
}

interface Again {
  readonly recallId: string;
  readonly note: AuditNote;
  readonly retryUnknown: boolean;
}

async function wantAgain({ recallId, note, retryUnknown }: Again, asked: Asked): Promise<void> {
  const { store } = asked;
  await using owned = await store.open(recallId);
  refuseAnother(owned, asked.app);
  const kept = without(keptIn(owned.settings), ['error']);
  await owned.saveSettings(toSettings({ ...kept, askedBy: note, ...(retryUnknown && { retryUnknown }) }));
  await owned.want('run');
  store.note(recallId, { at: now(), action: 'resume', ...note });
}

interface Beginning {
  readonly note: AuditNote;
  readonly again: boolean | undefined;
}

/** A complete list of which no recall could be made. Rejects where none can be made still. */
async function beginDraft(
  { recallId, complete, choices }: Draft,
  { note, again }: Beginning,
  asked: Asked,
): Promise<void> {
  const { store, drive } = asked;
  if (!complete) {
    const problem = `recall ${recallId} is uploading: go on with its list by PATCH of its targets`;
    throw new InvalidRequestError([{ field: 'recallId', problem }]);
  }
  store.keepDraft({ recallId, choices: { ...choices, ...(again !== undefined && { again }) } });
  store.note(recallId, { at: now(), action: 'resume', ...note });
  drive.forgive(recallId);
  await goOn(recallId, asked);
}

const nothingLeft = (recallId: string, unknown: number): string =>
  unknown > 0
    ? `recall ${recallId} is finished; ${unknown} targets are unknown, which only retryUnknown tries again`
    : `recall ${recallId} is finished: nothing is left to do`;
