import type { Terminal } from '../terminal/terminal.ts';
import { renderError } from '../errors/render-error.ts';
import type { Gateway } from './client/open-gateway.ts';
import { isInDoubt } from './gateway-error.ts';

/** Of which recall something is asked, and who is told where the answer is lost. */
export interface Asking {
  readonly gateway: Pick<Gateway, 'commands'>;
  readonly recallId: string;
  readonly terminal: Terminal;
}

/**
 * Asks something of a recall. Gives nothing where nobody knows whether the gateway has done it, which is told, with what
 * shows it. Throws `GatewayError` where it was refused.
 */
export async function askRecall<T extends object>(
  ask: () => Promise<T>,
  { gateway: { commands }, recallId, terminal }: Asking,
): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (!isInDoubt(error)) throw error;
    renderError(error, terminal);
    terminal.stderr.write(
      `Nobody here knows whether the gateway has done it. See how it stands, and ask again if need be:\n  ${commands.show(recallId)}\n`,
    );
    return undefined;
  }
}
