import type { AbstractHttpAdapter } from '@nestjs/core';

/** What is used of a response of Node's own. */
export interface NativeResponse {
  readonly headersSent: boolean;
  getHeader(name: string): unknown;
  setHeader(name: string, value: string): unknown;
  end(): unknown;
}

/** Express's is one; and middleware on Fastify has one, of which the adapter of Nest 11 does not know. */
export const isNative = (response: unknown): response is NativeResponse =>
  typeof response === 'object' && response !== null && 'setHeader' in response && 'headersSent' in response;

/** The headers of a response that only its platform's adapter knows. */
export const boundTo = (
  response: unknown,
  adapter: AbstractHttpAdapter,
): Pick<NativeResponse, 'getHeader' | 'setHeader'> => ({
  // The cast: what an adapter answers has no type
  getHeader: (name) => adapter.getHeader(response, name) as unknown,
  setHeader: (name, value) => {
    adapter.setHeader(response, name, value);
  },
});
