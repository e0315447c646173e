import type { Failure } from '@unpush/core';
import type { Phase } from './ended.ts';

/** What is made of a fault. */
export interface Found {
  readonly failure: Failure;
  readonly problem: string;
}

/** A connection that broke: what that means depends on how far the exchange had come. */
export function broken(phase: Phase, { host, reason }: { host: string; reason: string }): Found {
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
