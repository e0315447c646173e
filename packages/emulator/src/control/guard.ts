import { Problem } from './problem.ts';

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Keeps web pages out. A page of another origin names itself in Origin; one that made its own host name resolve
 * to this machine (DNS rebinding) shows that name in Host.
 *
 * @throws Problem 403.
 */
export function guard(request: Request, allowedHosts: readonly string[]): void {
  const { hostname, origin } = new URL(request.url);
  if (!LOOPBACK.test(hostname) && !allowedHosts.includes(hostname)) {
    throw new Problem(
      403,
      `The control API does not answer under the host name ${hostname}: use localhost, the address the emulator is bound to, or a name in allowedHosts.`,
    );
  }
  const from = request.headers.get('origin');
  if (from !== null && from !== origin) {
    throw new Problem(
      403,
      `The control API does not answer pages of another origin (${from}); use it from ${origin}.`,
    );
  }
}
