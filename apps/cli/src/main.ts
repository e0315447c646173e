import { runCli } from './program.ts';
import { processTerminal } from './terminal/terminal.ts';

/** Runs the command line of this process. */
export async function main(): Promise<void> {
  // A reader that closes early (`unpush explain … | head -1`) is no error
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
  process.exitCode = await runCli(process.argv.slice(2), processTerminal());
}
