// The whole of the outside world that core's sources may name. tsconfig.build.json compiles them with nothing
// but the language and this page: no Node, no DOM. Users get these from their own platform.

/** Cancels a wait. Core hands it on and never looks into it. */
interface AbortSignal {
  readonly aborted: boolean;
}

/** Turns text into UTF-8. Pure: a codec, not a connection. */
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

/** Makes text of UTF-8. */
declare class TextDecoder {
  decode(bytes: Uint8Array): string;
}
