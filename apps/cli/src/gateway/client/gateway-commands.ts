import type { RecallCommands } from '../../ledger/recall-commands.ts';
import { quote } from '../../terminal/quote.ts';

/** What a person types about a recall at a gateway, ready to be pasted. */
export interface GatewayCommands extends RecallCommands {
  readonly list: string;
  watch(recallId: string): string;
  stop(recallId: string): string;
  forget(recallId: string): string;
}

/** They name gateway and app: another shell may not have the variables. */
export function createGatewayCommands({
  url,
  app,
}: {
  readonly url: string;
  readonly app?: string | undefined;
}): GatewayCommands {
  const place = ` --gateway ${quote(url)}${app === undefined ? '' : ` --app ${quote(app)}`}`;
  return {
    list: `unpush recalls list${place}`,
    show: (id) => `unpush recalls show ${id}${place}`,
    watch: (id) => `unpush recalls watch ${id}${place}`,
    stop: (id) => `unpush recalls stop ${id}${place}`,
    forget: (id) => `unpush recalls forget ${id}${place}`,
    resume: (id) => `unpush recalls resume ${id}${place}`,
    retryUnknown: (id) => `unpush recalls resume ${id}${place} --retry-unknown`,
    report: (id, { all } = { all: false }) =>
      `unpush recalls report ${id}${place}${all ? ' --all' : ''} --report FILE`,
    evidence: (id) => `unpush recalls evidence ${id} FILE${place}`,
    anew: `unpush recalls start${place} … --again`,
    // The gateway has its own
    takesCredentials: false,
  };
}
