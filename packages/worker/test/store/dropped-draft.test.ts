import { CONTRACT_FACTS } from '@unpush/recall/contract';
import { expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { bodyOf, bytesOf } from '../lists/support/lists.ts';
import { inObject } from './support/in-object.ts';

const DRAFT = {
  selector: { notifyId: 7, pushType: 'notification' },
  choices: {},
  reading: { format: 'txt', dedupe: true },
  createdAt: CONTRACT_FACTS.createdAt,
} as const;
const LIMITS = { bytes: 100_000_000, targets: 1_000_000 };

/** How many rows there are in all that hold a list, or are of a recall. */
const rowsIn = ({ sql }: DurableObjectStorage): readonly number[] =>
  ['lists', 'list_pages', 'list_lines', 'list_hashes', 'recalls', 'standings'].map(
    (table) => sql.exec<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`).one().rows,
  );

it('becomes no recall any more once its list was settled', () =>
  inObject(async (storage) => {
    const store = openStore(storage);
    const { recallId } = store.draft(DRAFT);
    await store.lists.append(
      recallId,
      { offset: 0, body: bodyOf([bytesOf('a\nb\n')]), isLast: true },
      LIMITS,
    );
    const admission = await store.admitDraft(recallId);
    store.dropDraft(recallId);
    const facts = { ...CONTRACT_FACTS, recallId, input: admission.input };
    await expect(admission.create({ facts, settings: {} })).rejects.toMatchObject({ problem: 'not-found' });
    expect(rowsIn(storage)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(store.wantedToRun()).toEqual([]);
  }));

it('leaves nothing behind in the midst of being settled', () =>
  inObject(async (storage) => {
    const store = openStore(storage);
    const { recallId } = store.draft(DRAFT);
    // More than one page, and between pages others have their turn
    const targets = Array.from({ length: 40_000 }, (_, index) => `${index}`.padStart(112, 'x'));
    const body = bodyOf([bytesOf(targets.join('\n'))]);
    await store.lists.append(recallId, { offset: 0, body, isLast: true }, LIMITS);
    const settling = store.admitDraft(recallId);
    await new Promise((resolve) => setTimeout(resolve, 0));
    store.dropDraft(recallId);
    await expect(settling).rejects.toMatchObject({ problem: 'not-found' });
    expect(rowsIn(storage)).toEqual([0, 0, 0, 0, 0, 0]);
  }));
