import { processTerminal } from './terminal/terminal.ts';
import { VERSION } from './version.ts';

/** Runs the command line of this process. */
export async function main(): Promise<void> {
  // A reader that closes early (`unpush explain … | head -1`) is no error
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
  const args = process.argv.slice(2);
  // Scripts ask this most, and it needs no parser, which is half of the start
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    process.stdout.write(`${VERSION}\n`);
    return;
  }
  const { runCli } = await import('./program.ts');
  process.exitCode = await runCli(args, processTerminal());
}
