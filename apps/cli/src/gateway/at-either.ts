import type { CommandRun, Invocation, RunnableCommand } from '../command.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { GatewayPlace } from './place/find-gateway.ts';
import { LOOK_AT_GATEWAY } from './words/look-at-gateway.ts';

/** A command about a recall at a gateway. */
export type GatewayRun = (invocation: Invocation, place: GatewayPlace) => Promise<ExitCode>;

/** One command, for recalls on this machine and for those at a gateway. Each loads only what it needs. */
export interface Either {
  readonly here: () => Promise<{ readonly run: CommandRun }>;
  readonly there: () => Promise<{ readonly run: GatewayRun }>;
}

/** What loads the command that is meant. */
export const atEither =
  ({ here, there }: Either): RunnableCommand['load'] =>
  () =>
    Promise.resolve({
      run: async (invocation) => {
        const { findGateway } = await import('./place/find-gateway.ts');
        const place = await findGateway(invocation);
        if (place === undefined) return (await here()).run(invocation).catch(pointToGateway(invocation));
        return (await there()).run(invocation, place);
      },
    });

/** A recall that is not on this machine may well be at a gateway, which nobody has named; unless they mean this machine. */
const pointToGateway =
  ({ flags }: Invocation) =>
  async (error: unknown): Promise<never> => {
    const { LedgerError } = await import('@unpush/recall');
    if (!LedgerError.isInstance(error) || error.problem !== 'not-found' || flags['ledger'] !== undefined) {
      throw error;
    }
    const { problem, folder } = error;
    throw new LedgerError(`${error.message}\n${LOOK_AT_GATEWAY}`, {
      ...{ problem, cause: error },
      ...(folder !== undefined && { folder }),
    });
  };

/** The same for a command that only a gateway has. */
export const atGateway =
  (there: Either['there']): RunnableCommand['load'] =>
  () =>
    Promise.resolve({
      run: async (invocation) => {
        const { requireGateway } = await import('./place/require-gateway.ts');
        return (await there()).run(invocation, await requireGateway(invocation));
      },
    });
