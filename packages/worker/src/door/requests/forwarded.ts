import { CALLER_HEADER, callerText, type Caller } from '../../contract/caller.ts';
import type { Route } from '../../contract/routes.ts';
import type { BodyKind } from './check-body.ts';

/** Everything that an object reads. No key, cookie or assertion goes further than the door. */
const HANDED_ON = [
  'Accept',
  'Accept-Language',
  'Content-Encoding',
  'Content-Length',
  'Content-Type',
  'Idempotency-Key',
  'Last-Event-ID',
  'Upload-Complete',
  'Upload-Length',
  'Upload-Offset',
];

/** What is handed on of a request. */
export interface HandedOn {
  readonly caller: Caller;
  /** That of the route: HEAD is asked as GET. */
  readonly method: Route['method'];
  readonly body: BodyKind;
}

/** The request as an object gets it: who calls in a header that only the door writes, and a body that is read unread. */
export function forwarded(request: Request, { caller, method, body }: HandedOn): Request {
  const headers = new Headers();
  for (const name of HANDED_ON) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  headers.set(CALLER_HEADER, callerText(caller));
  if (body !== 'none') return new Request(request, { headers, redirect: 'manual' });
  headers.delete('Content-Length');
  return new Request(request.url, { method, headers, redirect: 'manual' });
}
