import { describe } from 'vitest';
import { fetchSender } from '../../src/index.ts';
import { itIsAnHttpSenderInNode } from '../contracts/http-sender-in-node.ts';
import { ANSWER_MS } from '../contracts/http-sender.ts';

describe('fetchSender on Node’s fetch', () => {
  itIsAnHttpSenderInNode(fetchSender({ fetch: globalThis.fetch, timeoutMs: ANSWER_MS }));
});
