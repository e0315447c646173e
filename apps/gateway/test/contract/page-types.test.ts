import type { MalformedReason, StopCause } from '@unpush/recall';
import type { RecallAnswer, Scope } from '@unpush/worker';
import { expectTypeOf, it } from 'vitest';
import type {
  MalformedReason as PageReason,
  Recall,
  RecallPage,
  Scope as PageScope,
  StopCause as PageCause,
} from '../../public/api/types.d.ts';

it('the page reads of a recall what the gateway answers', () => {
  expectTypeOf<RecallAnswer>().toExtend<Recall>();
  expectTypeOf<{ recalls: RecallAnswer[]; next?: string }>().toExtend<RecallPage>();
  expectTypeOf<Scope>().toEqualTypeOf<PageScope>();
});

it('the page has words for everything that a recall stops by, and that a line is no target for', () => {
  expectTypeOf<StopCause>().toEqualTypeOf<PageCause>();
  expectTypeOf<MalformedReason>().toEqualTypeOf<PageReason>();
});
