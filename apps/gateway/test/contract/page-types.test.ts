import type { RecallAnswer, Scope } from '@unpush/worker';
import { expectTypeOf, it } from 'vitest';
import type { Recall, RecallPage, Scope as PageScope } from '../../public/api/types.d.ts';

it('the page reads of a recall what the gateway answers', () => {
  expectTypeOf<RecallAnswer>().toExtend<Recall>();
  expectTypeOf<{ recalls: RecallAnswer[]; next?: string }>().toExtend<RecallPage>();
  expectTypeOf<Scope>().toEqualTypeOf<PageScope>();
});
