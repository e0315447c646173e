import type { NoAnswerError } from '@unpush/core';
import { broken, type Found } from './broken.ts';
import { ended, type Ending } from './ended.ts';
import { codesOf } from './error-codes.ts';
import { tlsProblem } from './tls-problem.ts';

/** The error for an exchange that ended with `cause` instead of an answer, by the codes that Node and undici give. */
export function noAnswer(cause: unknown, { host, phase }: Ending): NoAnswerError {
  const { failure, problem } = find(cause, { host, phase });
  return ended({ failure, problem, host, phase, cause });
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
