const encoder = new TextEncoder();

/** What the digest of a request's targets is made over: the JSON array, byte for byte as the request carries it. */
export const digestedBatch = (targets: readonly string[]): Uint8Array =>
  encoder.encode(JSON.stringify(targets));

/** What the digest of a single target is made over: a JSON string, quotation marks included. */
export const digestedTarget = (target: string): Uint8Array => encoder.encode(JSON.stringify(target));
