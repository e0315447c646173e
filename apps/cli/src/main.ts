import { EXIT, type ExitCode } from './exit-codes.ts';
import { processTerminal } from './terminal/terminal.ts';
import { quietSqlite } from './terminal/quiet-sqlite.ts';
import { watchOutput } from './terminal/watch-output.ts';
import { VERSION } from './version.ts';

/** Runs the command line of this process. */
export async function main(): Promise<void> {
  quietSqlite(process);
  const stdout = watchOutput(process.stdout);
  watchOutput(process.stderr);
  const exit = await run(process.argv.slice(2));
  const lost = await stdout.lost();
  process.exitCode = lost !== undefined && exit === EXIT.ok ? EXIT.lost : exit;
  if (lost !== undefined) {
    process.stderr.write(`error not all could be written to standard output: ${lost.message}\n`);
  }
}

async function run(args: readonly string[]): Promise<ExitCode> {
  // Scripts ask this most, and it needs no parser, which is half of the start
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    process.stdout.write(`${VERSION}\n`);
    return EXIT.ok;
  }
  const { runCli } = await import('./program.ts');
  return runCli(args, processTerminal());
}
