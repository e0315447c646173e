/** A request that is meant for the vendor. */
export interface Route {
  readonly operation: 'revoke' | 'send';
  /** What stands in the path: of a revoke the client id, of a send the project id. */
  readonly id: string;
}

const REVOKE = /^\/v1\/([^/]+)\/messages:revoke$/;
const SEND = /^\/v3\/([^/]+)\/messages:send$/;

/** Which operation a path names, if any. */
export function routeOf(path: string): Route | undefined {
  const revoke = REVOKE.exec(path)?.[1];
  if (revoke !== undefined) return { operation: 'revoke', id: decode(revoke) };
  const send = SEND.exec(path)?.[1];
  return send === undefined ? undefined : { operation: 'send', id: decode(send) };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // a stray percent sign: an id that nobody has
  }
}
