import type { RecallEvent } from '@unpush/recall';
import { formatCount, formatDuration } from '../terminal/numbers.ts';
import type { VendorWords } from '../vendors/words/recall-words.ts';

/** What events are told with. */
export interface EventContext {
  /** The command that goes on with the recall. */
  readonly resume: string;
  readonly vendor: VendorWords;
}

/** What a person should know of at once; nothing of what the bar shows anyway. */
export function wordsOf(event: RecallEvent, { resume, vendor }: EventContext): string | undefined {
  switch (event.type) {
    case 'canary-passed':
    case 'listing-rest':
      return undefined;
    case 'renewed':
      return vendor.renewed;
    case 'unreachable':
      return `The vendor cannot be reached: trying again for up to ${formatDuration(event.giveUpAfterMs)}.`;
    case 'shrunk':
      return `The vendor takes fewer targets a request: going on with ${formatCount(event.batchSize)}.`;
    case 'stopping':
      return describeStopping(event, resume);
  }
}

function describeStopping({ stoppedBy }: Extract<RecallEvent, { type: 'stopping' }>, resume: string): string {
  switch (stoppedBy.cause) {
    case 'interrupt':
      return `Stopping after the requests under way… (again to kill)\nGo on later with: ${resume}`;
    case 'unreachable':
      return 'Stopping: the vendor cannot be reached.';
    default:
      return 'Stopping…';
  }
}
