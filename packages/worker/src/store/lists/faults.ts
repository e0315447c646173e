import { InputError, inputFault } from '@unpush/recall';

/** More is asked to be taken in than is allowed. What came before stays. */
export class ListTooLarge extends InputError {
  readonly limit: 'bytes' | 'targets';
  readonly most: number;

  constructor(name: string, { limit, most }: { readonly limit: 'bytes' | 'targets'; readonly most: number }) {
    const unit = limit === 'bytes' ? 'bytes after gunzip' : 'targets';
    super(
      `${name}: the list has more than ${most} ${unit}, which is the most that this gateway takes. Nothing of it was sent. Divide it into several recalls, or have the gateway's limits.${limit} raised.`,
      { file: name },
    );
    this.limit = limit;
    this.most = most;
  }
}

/** A part of a list does not go where the list stands. Nothing of it was taken in. */
export class UploadConflict extends Error {
  override readonly name = 'UploadConflict';
  readonly conflict: 'offset' | 'under-way' | 'complete' | 'length';
  /** Where the list stands, in bytes. */
  readonly offset: number;

  constructor(conflict: UploadConflict['conflict'], offset: number) {
    super(`${REASONS[conflict]} It stands at offset ${offset}.`);
    this.conflict = conflict;
    this.offset = offset;
  }
}

const REASONS = {
  offset: 'This part does not begin where the list stands. Send the list from there on.',
  'under-way':
    'Another part of this list is still coming in. Wait for its end, then ask where the list stands.',
  complete: 'The list is complete, so nothing can be added to it.',
  length: 'The list does not end where it was said to. Nothing of this part was taken in.',
} as const;

/** What was sent again is not what stands of the list. Nothing of it was taken in. */
export class ListDiffers extends Error {
  override readonly name = 'ListDiffers';
}

/** No target is as long as this: what came is something else. */
export const tooLong = (file: string, line: number): InputError =>
  inputFault({
    file,
    line,
    what: 'more than 1 MiB without an end, so this is no list of targets. Check the list and the format that it was sent as.',
  });
