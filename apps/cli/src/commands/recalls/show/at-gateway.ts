import { EXIT } from '../../../exit-codes.ts';
import type { GatewayRun } from '../../../gateway/at-either.ts';
import { openGateway, readRecall } from '../../../gateway/client/open-gateway.ts';
import { wordsOfAnswer } from '../../../gateway/words/recall-of-answer.ts';
import { renderAnswerFacts } from '../../../gateway/words/render-facts.ts';
import { summaryText } from '../../../gateway/words/tell-answer.ts';
import { painter } from '../../../terminal/style.ts';
import { columnsFor } from '../../../terminal/width.ts';

/** `unpush recalls show --gateway`. */
export const run: GatewayRun = async ({ terminal, args, flags }, place) => {
  const { stdout, env } = terminal;
  await using gateway = await openGateway(place, { env });
  const answer = await readRecall(gateway, args[0] ?? '');
  if (flags['json'] === true) {
    stdout.write(`${JSON.stringify(answer, undefined, 2)}\n`);
    return EXIT.ok;
  }
  const words = await wordsOfAnswer(answer);
  const look = { paint: painter(stdout, env), width: columnsFor(stdout) };
  stdout.write(renderAnswerFacts({ answer, url: gateway.url, words }, look));
  // Of a list that is not complete there is nothing to sum up
  if (answer.state !== 'uploading')
    stdout.write(await summaryText({ answer, gateway }, { output: stdout, env }));
  return EXIT.ok;
};
