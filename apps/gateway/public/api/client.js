import { LoggedOutError, OutOfReachError, ProblemError } from './errors.js';

/**
 * @typedef {object} Client
 * @property {(path: string, request?: RequestInit) => Promise<Response>} call resolves with a good answer only
 * @property {<Answer>(path: string, request?: RequestInit) => Promise<Answer>} read the same, with its JSON
 */

/**
 * Calls the gateway with a key, which stays in this closure: no storage of the browser ever holds it.
 *
 * @param {{ key: string, language: string }} caller the key may be empty where Cloudflare Access vouches for the caller
 * @returns {Client}
 */
export function createClient({ key, language }) {
  const call = async (/** @type {string} */ path, /** @type {RequestInit} */ request = {}) => {
    const headers = new Headers(request.headers);
    headers.set('Accept-Language', language);
    if (key !== '') headers.set('Authorization', `Bearer ${key}`);
    // The gateway sends nobody elsewhere. Cloudflare Access does, to a login that a script cannot go to
    const response = await reach(fetch(path, { cache: 'no-store', redirect: 'manual', ...request, headers }));
    if (response.type === 'opaqueredirect') throw new LoggedOutError();
    if (response.ok) return response;
    throw new ProblemError(await problemOf(response));
  };
  return {
    call,
    read: async (path, request) => {
      const response = await call(path, request);
      /** @type {unknown} */
      const answer = await reach(response.json());
      // The contract of the gateway says what stands there
      return /** @type {never} */ (answer);
    },
  };
}

/**
 * @template Result
 * @param {Promise<Result>} work
 * @returns {Promise<Result>}
 */
const reach = (work) =>
  work.catch((/** @type {unknown} */ error) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new OutOfReachError(error);
  });

/**
 * @param {Response} response
 * @returns {Promise<import('./types.d.ts').Problem>}
 */
async function problemOf(response) {
  const { status, statusText } = response;
  // Not everything on the way speaks our problems: a proxy, or Cloudflare itself
  const isProblem = response.headers.get('Content-Type')?.startsWith('application/problem+json') === true;
  if (isProblem) {
    /** @type {unknown} */
    const problem = await response.json().catch(() => undefined);
    if (problem !== undefined) return /** @type {import('./types.d.ts').Problem} */ (problem);
  }
  return { type: 'about:blank', title: `HTTP ${String(status)} ${statusText}`.trim(), status };
}
