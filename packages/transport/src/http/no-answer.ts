import { NoAnswerError, type Failure } from '@unpush/core';
import { codesOf } from './error-codes.ts';
import { tlsProblem } from './tls-problem.ts';

/**
 * How far the exchange had come.
 *
 * - `connecting` no byte of the request has left: certain
 * - `unsure` the sender cannot tell (fetch)
 * - `sent` the request, or a part of it, has left
 * - `answering` the answer's head has arrived
 */
export type Phase = 'connecting' | 'unsure' | 'sent' | 'answering';

/** Where an exchange ended without an answer. */
export interface Ending {
  /** Host, and port where it is not the usual one. */
  readonly host: string;
  readonly phase: Phase;
}

/** The error for an exchange that ended with `cause` instead of an answer. */
export function noAnswer(cause: unknown, { host, phase }: Ending): NoAnswerError {
  const { failure, problem } = find(cause, { host, phase });
  return ended({ failure, problem, host, phase, cause });
}

/** What is known of an exchange that ended without an answer. */
export interface Ended extends Ending {
  readonly failure: Failure;
  /** What is wrong and what to do: one or two sentences, no secrets. */
  readonly problem: string;
  readonly cause?: unknown;
}

/**
 * The error for a failure that is already understood.
 *
 * It does not say "nothing was sent", not even where that is certain: its words end up in reports of whole
 * recalls, where other requests did arrive. Machines have `mayHaveBeenReceived`.
 */
export function ended({ failure, problem, host, phase, cause }: Ended): NoAnswerError {
  const mayHaveBeenReceived = phase !== 'connecting' && !(phase === 'unsure' && NEVER_LEFT.has(failure));
  const doubt = mayHaveBeenReceived ? ` ${host} may have received the request.` : '';
  return new NoAnswerError(`${problem}${doubt}`, {
    failure,
    mayHaveBeenReceived,
    ...(cause !== undefined && { cause }),
  });
}

/** Failures that come before the first byte of a request, whoever reports them. */
const NEVER_LEFT: ReadonlySet<Failure> = new Set(['dns', 'refused', 'connect-timeout', 'tls']);

interface Found {
  readonly failure: Failure;
  readonly problem: string;
}

function find(cause: unknown, ending: Ending): Found {
  const codes = codesOf(cause);
  const begun = ending.phase === 'sent' || ending.phase === 'answering';
  for (const coded of codes) {
    const known = KINDS.find(([, pattern]) => pattern.test(coded.code))?.[0];
    if (known !== undefined) return describe(known, coded.code, ending);
    // Once a request has left, a broken TLS record is a broken connection: no reason to stop everything
    const problem =
      begun && !coded.code.includes('ALERT_CERTIFICATE_REQUIRED')
        ? undefined
        : tlsProblem(ending.host, coded);
    if (problem !== undefined) return { failure: 'tls', problem };
  }
  return describe('broken', codes[0]?.code, ending);
}

type Kind =
  'dns' | 'refused' | 'proxy' | 'connecting' | 'late' | 'tcp-timeout' | 'garbled' | 'closed' | 'broken';

const KINDS: readonly (readonly [Kind, RegExp])[] = [
  ['dns', /^(?:ENOTFOUND|EAI_\w+|EDNS\w*)$/],
  [
    'refused',
    /^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL|EACCES|EPERM|ENOENT)$/,
  ],
  ['proxy', /^UND_ERR_(?:PRX_CONN|ABORTED)$/],
  ['connecting', /^UND_ERR_CONNECT_TIMEOUT$/],
  ['late', /^UND_ERR_(?:HEADERS|BODY)_TIMEOUT$/],
  ['tcp-timeout', /^ETIMEDOUT$/],
  ['garbled', /^(?:HTTPParserError|HPE_\w+|UND_ERR_HEADERS_OVERFLOW|ERR_HTTP2_PROTOCOL_ERROR)$/],
  ['closed', /^UND_ERR_(?:CLOSED|DESTROYED)$/],
  ['broken', /^(?:ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_(?:SOCKET|RES_CONTENT_LENGTH_MISMATCH))$/],
];

function describe(kind: Kind, code: string | undefined, { host, phase }: Ending): Found {
  const reason = code === undefined ? '' : ` (${code})`;
  switch (kind) {
    case 'dns':
      return {
        failure: 'dns',
        problem: `The host name ${host} was not found${reason}. Check its spelling, and this machine's network, VPN and DNS.`,
      };
    case 'refused':
      return {
        failure: 'refused',
        problem: `No connection to ${host}: it was refused or there is no route${reason}. Check host and port, and that no firewall stands between.`,
      };
    case 'proxy':
      if (phase !== 'connecting') return broken(phase, { host, reason });
      return {
        failure: 'refused',
        problem: `The proxy made no tunnel to ${host}${reason}. Check the proxy's address, its credentials and whether it may reach that host.`,
      };
    case 'connecting':
      return { failure: 'connect-timeout', problem: connectTimeout(host) };
    case 'late':
    case 'tcp-timeout':
      if (phase === 'connecting') return { failure: 'connect-timeout', problem: connectTimeout(host) };
      return {
        failure: 'timeout',
        problem: `${host} sent no whole answer in time${reason}. Try again later.`,
      };
    case 'garbled':
      if (phase === 'answering') return broken(phase, { host, reason });
      return {
        failure: 'unreadable',
        problem: `What ${host} answered is not HTTP${reason}. Check that the endpoint is the right one.`,
      };
    case 'closed':
      return {
        failure: 'aborted',
        problem: `The sender was closed before ${host} had answered. Close it after the last request.`,
      };
    case 'broken':
      return broken(phase, { host, reason });
  }
}

const connectTimeout = (host: string): string =>
  `No connection to ${host} in time. Check host and port, and this machine's network, VPN and firewall.`;

function broken(phase: Phase, { host, reason }: { host: string; reason: string }): Found {
  // workerd says no more, be it the name, the port, TLS or the network
  if (phase === 'unsure' && reason === '') {
    return {
      failure: 'reset',
      problem: `No answer from ${host}: the connection broke, or none was made. Try again; if it stays so, check the endpoint.`,
    };
  }
  switch (phase) {
    case 'connecting':
      return {
        failure: 'reset',
        problem: `The connection to ${host} broke before it was made${reason}. Try again; if it stays so, look for a firewall or proxy on the way.`,
      };
    case 'unsure':
    case 'sent':
      return {
        failure: 'reset',
        problem: `The connection to ${host} broke before an answer came${reason}. Try again.`,
      };
    case 'answering':
      return {
        failure: 'cut',
        problem: `The answer of ${host} broke off in the middle${reason}. Try again.`,
      };
  }
}
