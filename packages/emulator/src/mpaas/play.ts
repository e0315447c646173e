import type { PlayedVendor } from '../serve/vendor.ts';
import { handleCall, type MpaasService } from './handle-call.ts';

/** Message Push's endpoint, for the emulator to serve: `POST /`, and `GET /` if it names an action. */
export function playMpaas(service: MpaasService): PlayedVendor {
  return (request, url) => (isMeant(request, url) ? handleCall(request, url, service) : undefined);
}

function isMeant({ method, headers }: Request, { pathname, searchParams }: URL): boolean {
  if (pathname !== '/') return false;
  if (method === 'POST') return true;
  return method === 'GET' && (headers.has('x-acs-action') || searchParams.has('Action'));
}
