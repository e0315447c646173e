import type { GatewayCommands } from '../client/gateway-commands.ts';

/** What can be done about a recall whose list is not complete at the gateway, as the end of a sentence. */
export const uploadWords = (recallId: string, commands: Pick<GatewayCommands, 'forget'>): string =>
  `go on with its list by the command that began it, with its --idempotency-key, or drop it: ${commands.forget(recallId)}`;
