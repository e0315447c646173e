import type { PagedTargets, RecallStore } from '@unpush/recall';
import type { HttpSender, TokenCache } from '@unpush/transport';
import type { UndiciSenderOptions } from '@unpush/transport/undici';
import type { AppOptions } from '../../app/vendors/app-vendors.ts';
import type { RecallRunnerFactory } from '../../recalls/runner/recall-runner.ts';

/** Options of `UnpushModule.forRoot`. */
export type UnpushModuleOptions = UnpushApps & UnpushCommonOptions;

/** One app, which is meant wherever none is named; or several, by the names you give them. */
type UnpushApps = OneApp | SeveralApps;

interface OneApp {
  readonly app: AppOptions;
  readonly apps?: never;
}

interface SeveralApps {
  /** Names hold letters, digits, `_`, `.` and `-`. */
  readonly apps: Readonly<Record<string, AppOptions>>;
  readonly app?: never;
}

/** What holds for all apps of the module. */
export interface UnpushCommonOptions {
  /**
   * Where recalls, their records and their evidence are kept: a directory; a `RecallStore` that you made, and close;
   * or a function that makes one, which the module closes when the application shuts down.
   *
   * Default: the directory that the command line uses too, `$XDG_STATE_HOME/unpush` or `~/.local/state/unpush`. In a
   * container mount a volume there, or keep recalls in PostgreSQL.
   */
  readonly ledger?: LedgerDirectory | RecallStore | RecallStoreFactory;
  /**
   * What requests leave by: options of the connection pool, or a sender of your own. Default: a pool of keep-alive
   * connections by undici, TLS 1.2 or newer.
   */
  readonly sender?: UndiciSenderOptions | HttpSender;
  /** Where Huawei's JWTs are kept between processes. Default: in this process's memory. */
  readonly tokenCache?: TokenCache;
  readonly recalls?: RecallsOptions;
}

/** Recalls that are kept in files. */
export interface LedgerDirectory {
  /** Made, for its owner only, when the first recall is. */
  readonly directory: string;
}

/** Makes a store for the module. */
export type RecallStoreFactory = (parts: StoreParts) => RecallStore | Promise<RecallStore>;

/** What a store may need of the module. */
export interface StoreParts {
  /** The provider of pages that is decorated with `@TargetPages(name)`. For use once the application has started. */
  readonly pages: (name: string) => PagedTargets | undefined;
}

/** How recalls are worked on. */
export interface RecallsOptions {
  /** Whether recalls that were interrupted by the end of a process go on when the application starts. Default true. */
  readonly resumeOnStart?: boolean;
  /** Who works on recalls. Default: this process, or what a module such as `UnpushBullModule` provides. */
  readonly runner?: RecallRunnerFactory;
}
