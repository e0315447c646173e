import { open, stat, type FileHandle } from 'node:fs/promises';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Malformed, OutcomeSink, Settled } from '@unpush/recall';
import { SettingsError } from '../../errors/settings-error.ts';

/** The report of a recall: a line of JSON for each target, as it comes to its end. */
export interface ReportFile extends OutcomeSink {
  /** How many lines it holds. */
  readonly lines: number;
  /** Writes out what is left. */
  close(): Promise<void>;
}

/** How to write a report. */
export interface ReportOptions {
  readonly path: string;
  /** A line for accepted targets as well. */
  readonly all: boolean;
}

/** Opens a report for its owner only (mode 0600). Throws {@link SettingsError} rather than write over a file. */
export async function openReport({ path, all }: ReportOptions): Promise<ReportFile> {
  const stream = (await create(path)).createWriteStream();
  let failed: unknown;
  stream.on('error', (error) => {
    failed = error;
  });
  let lines = 0;

  const write = async (text: string): Promise<void> => {
    if (failed !== undefined) throw failedReport(path, failed);
    if (!stream.write(text)) await Promise.race([once(stream, 'drain'), once(stream, 'close')]);
  };

  return {
    get lines() {
      return lines;
    },
    async settled(settled) {
      if (settled.outcome === 'accepted' && !all) return;
      const { text, count } = describeSettled(settled);
      lines += count;
      await write(text);
    },
    async malformed(malformed) {
      lines += malformed.length;
      await write(malformed.map(describeMalformed).join(''));
    },
    async close() {
      stream.end();
      await finished(stream).catch((error: unknown) => {
        throw failedReport(path, error);
      });
    },
  };
}

const failedReport = (path: string, cause: unknown): SettingsError =>
  new SettingsError(`the report ${path} cannot be written: ${String(cause)}`, { cause });

async function create(path: string): Promise<FileHandle> {
  try {
    // A pipe or a device is written to as it is; a file of somebody's work is not written over
    const isFile = await stat(path).then(
      (found) => found.isFile() || found.isDirectory(),
      () => true,
    );
    return await open(path, isFile ? 'wx' : 'w', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      throw new SettingsError(
        `the report ${path} exists already, perhaps from an earlier recall: nothing was sent; give --report another name, or move that file away`,
        { cause: error },
      );
    }
    throw failedReport(path, error);
  }
}

function describeSettled({ outcome, placed, code, reason, requestId }: Settled) {
  const targets = placed.batch.targets();
  const text = targets
    .map((target, index) => {
      const source = placed.placeAt(index);
      return `${JSON.stringify({ target, outcome, code, reason, requestId, source })}\n`;
    })
    .join('');
  return { text, count: targets.length };
}

const describeMalformed = ({ text, reason, place }: Malformed): string =>
  `${JSON.stringify({ target: text, outcome: 'malformed', reason, source: place })}\n`;
