import { present, textOf } from '../../answers/read-values.ts';
import type { MpaasBody } from '../../answers/answer-body.ts';

/** What an accepted push answers. */
export interface Pushed {
  /**
   * `PushResult.Data`, as it came. Its meaning is documented nowhere: presumably, of a batch or broadcast push, the
   * task's id that `revokeTask` wants.
   */
  readonly data?: string;
}

export const readPushed = ({ pushResult }: MpaasBody): Pushed => present({ data: textOf(pushResult?.data) });
