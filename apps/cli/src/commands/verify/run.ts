import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readEvidenceKey, type EvidenceReport } from '@unpush/recall';
import { readPublicKey, verifyEvidenceFile, type OpenedInput } from '@unpush/recall/node';
import type { CommandRun } from '../../command.ts';
import { readTextFile } from '../../errors/read-text-file.ts';
import { EXIT } from '../../exit-codes.ts';
import { painter } from '../../terminal/style.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { columnsFor } from '../../terminal/width.ts';
import { wordsOf } from '../../vendors/words/words-of.ts';
import { isOfGateway, openTargets } from './open-targets.ts';
import { renderEvidenceReport } from './render-evidence-report.ts';
import { readVerifyRequest, type VerifyRequest } from './verify-request.ts';

/** Runs `unpush verify`. */
export const run: CommandRun = async ({ terminal, args, flags }) => {
  const { stdout, env } = terminal;
  const request = readVerifyRequest(args, flags);
  const report = await check(request, terminal);
  if (request.json) {
    stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
  } else {
    const { allowOpen } = request;
    const words = report.header && (await wordsOf(report.header));
    const look = { paint: painter(stdout, env), width: columnsFor(stdout), allowOpen };
    stdout.write(renderEvidenceReport(report, { ...look, words }));
  }
  return report.holds && (report.sealed || request.allowOpen) ? EXIT.ok : EXIT.unproven;
};

async function check(request: VerifyRequest, { cwd, stdin }: Terminal): Promise<EvidenceReport> {
  const { head, publicKey, compare } = request;
  const path = resolve(cwd, request.evidence);
  const expected = {
    ...(head !== undefined && { expectedHead: head }),
    ...(publicKey !== undefined && {
      publicKey: readPublicKey(
        await readTextFile({
          place: '--public-key',
          path: resolve(cwd, publicKey),
          remedy: 'give the public key of whoever signed, in PEM',
        }),
      ),
    }),
  };
  const alone = await verifyEvidenceFile(path, expected);
  if (compare === undefined) return alone;
  const key = readEvidenceKey(
    await readTextFile({
      place: '--evidence-key',
      path: resolve(cwd, compare.evidenceKey),
      remedy: 'give the file that `unpush recalls evidence --with-key` wrote',
    }),
  );
  // What says how the lists are to be read; without it, the check has said what is wrong
  if (alone.header === undefined) return alone;
  // What comes by standard input is read twice, and lies there in between: whole tokens, hence a folder of its own
  const spoolDirectory = await mkdtemp(join(tmpdir(), 'unpush-verify-'));
  try {
    await using input = await openTargets(compare, alone.header, { stdin, spoolDirectory });
    return await verifyEvidenceFile(path, {
      ...expected,
      compare: {
        key,
        targets: targetsIn(input),
        // What a gateway was sent is another file than what lies here
        ...(!isOfGateway(alone.header) && { files: input.facts.files }),
      },
    });
  } finally {
    await rm(spoolDirectory, { recursive: true, force: true });
  }
}

async function* targetsIn({ source }: OpenedInput): AsyncGenerator<readonly string[]> {
  for await (const { targets } of source.read()) yield targets.targets();
}
