import { MAX_ANSWER_BYTES } from './http-sender.ts';

/** What of a web stream is needed to read it. */
export interface BodyStream {
  getReader(): BodyReader;
}

/** The reader of a {@link BodyStream}. */
export interface BodyReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(): Promise<void>;
}

/** Reads a body as text; gives `undefined` for one that is longer than an answer may be. */
export async function readBounded(body: BodyStream): Promise<string | undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done || value === undefined) return text + decoder.decode();
    bytes += value.length;
    if (bytes > MAX_ANSWER_BYTES) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
