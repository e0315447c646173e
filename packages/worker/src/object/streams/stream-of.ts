/** Pieces of text as a body: each is asked for when the reader wants it, and `end` is called when they want no more. */
export function streamOf(
  pieces: AsyncIterable<string>,
  end: () => Promise<void> | void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = pieces[Symbol.asyncIterator]();
  let hasEnded = false;
  const endOnce = async (): Promise<void> => {
    if (hasEnded) return;
    hasEnded = true;
    await end();
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const piece = await iterator.next();
          if (piece.done !== true) {
            controller.enqueue(encoder.encode(piece.value));
            return;
          }
        } catch (error) {
          await endOnce();
          throw error;
        }
        await endOnce();
        controller.close();
      },
      async cancel() {
        // First, for a piece may be waited for
        await endOnce();
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
