import { ListDiffers } from '../faults.ts';

/** A list as far as it stands, and what a body that repeats it may do. */
export interface ToRepeat {
  /** What stands, piece by piece. */
  readonly kept: AsyncIterator<Uint8Array<ArrayBuffer>>;
  /** Whether the list is complete, so that nothing may come behind it. */
  readonly isComplete: boolean;
  /** Whether the body is the whole list, so that it may not end before what stands. */
  readonly isWhole: boolean;
}

/**
 * What of a body comes behind that which stands of its list: it has to begin with just that.
 *
 * @throws ListDiffers where it does not.
 */
export async function* behindKept(
  bytes: AsyncIterable<Uint8Array>,
  { kept, isComplete, isWhole }: ToRepeat,
): AsyncGenerator<Uint8Array> {
  let page = new Uint8Array(0);
  let isPast = false;
  const isBehind = async (): Promise<boolean> => {
    while (page.length === 0 && !isPast) {
      const next = await kept.next();
      if (next.done === true) isPast = true;
      else page = next.value;
    }
    return isPast;
  };
  for await (const chunk of bytes) {
    let at = 0;
    while (at < chunk.length && !(await isBehind())) {
      const length = Math.min(page.length, chunk.length - at);
      // The platform's own is fast, and others there are not
      if (!crypto.subtle.timingSafeEqual(page.subarray(0, length), chunk.subarray(at, at + length))) {
        throw new ListDiffers();
      }
      page = page.subarray(length);
      at += length;
    }
    if (at === chunk.length) continue;
    if (isComplete) throw new ListDiffers();
    yield chunk.subarray(at);
  }
  if (isWhole && !(await isBehind())) throw new ListDiffers();
}
