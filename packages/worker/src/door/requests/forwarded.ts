import { CALLER_HEADER, callerText, type Caller } from '../../contract/caller.ts';

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

/** The request as an object gets it: who calls in a header that only the door writes, and the body unread. */
export function forwarded(request: Request, caller: Caller): Request {
  const headers = new Headers();
  for (const name of HANDED_ON) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  headers.set(CALLER_HEADER, callerText(caller));
  return new Request(request, { headers, redirect: 'manual' });
}
