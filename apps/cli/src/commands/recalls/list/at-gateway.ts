import { EXIT } from '../../../exit-codes.ts';
import type { GatewayRun } from '../../../gateway/at-either.ts';
import type { RecallAnswer } from '../../../gateway/client/api.ts';
import { dataOf, openGateway, type Gateway } from '../../../gateway/client/open-gateway.ts';
import { wordsOfAnswer } from '../../../gateway/words/recall-of-answer.ts';
import { painter } from '../../../terminal/style.ts';
import { readLimit } from './limit.ts';
import { renderRecalls } from './render-recalls.ts';

/** `unpush recalls list --gateway`. */
export const run: GatewayRun = async ({ terminal, flags }, place) => {
  const { stdout, stderr, env } = terminal;
  await using gateway = await openGateway(place, { env });
  const all: RecallAnswer[] = [];
  for await (const answer of answersOf(gateway, readLimit(flags))) all.push(answer);
  if (flags['json'] === true) {
    stdout.write(`${JSON.stringify(all, undefined, 2)}\n`);
  } else if (all.length > 0) {
    const named = all.map(async (answer) => ({
      recall: {
        recallId: answer.recallId,
        facts: { vendor: answer.vendor, app: answer.vendorApp, createdAt: Date.parse(answer.createdAt) },
        summary: answer,
        forgotten: answer.forgotten,
      },
      notification: (await wordsOfAnswer(answer)).notification,
    }));
    stdout.write(renderRecalls(await Promise.all(named), painter(stdout, env)));
  } else {
    stderr.write(`There is no recall of ${gateway.app} at ${gateway.url}.\n`);
  }
  return EXIT.ok;
};

/** The gateway gives so many in a page at the most. */
const MOST_OF_A_PAGE = 100;

/** The newest ones, page by page. */
async function* answersOf({ api, app, host }: Gateway, limit: number): AsyncGenerator<RecallAnswer> {
  let cursor: string | undefined;
  let left = limit;
  do {
    const query = {
      ...(left < MOST_OF_A_PAGE && { limit: left }),
      ...(cursor !== undefined && { cursor }),
    };
    const answer = await api.GET('/v1/apps/{app}/recalls', { params: { path: { app }, query } });
    const { recalls, next } = dataOf(answer, { host, looksRight: (page) => Array.isArray(page.recalls) });
    yield* recalls.slice(0, left);
    left -= recalls.length;
    cursor = next;
  } while (cursor !== undefined && left > 0);
}
