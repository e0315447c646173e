import { CredentialError, InvalidRequestError, type Vendor } from '@unpush/core';
import type { HttpSender, TokenCache } from '@unpush/transport';
import { UnpushOptionsError } from '../options/options-error.ts';
import { DEFAULT_APP } from '../tokens/tokens.ts';
import type { UnpushApp, UnpushApps } from './app.ts';
import { credentialOption, openApp, type AppOptions } from './vendors/app-vendors.ts';

/** The options of apps, by name. */
export interface AppsToOpen {
  readonly apps: Readonly<Record<string, AppOptions>>;
  /** How the options of an app are named in an error. */
  readonly pathOf: (app: string) => string;
}

/** What apps are opened with. */
export interface OpeningMeans {
  readonly send: HttpSender;
  readonly tokenCache: TokenCache;
  readonly warn: (message: string) => void;
}

/** Opens every app of the options. Rejects with {@link UnpushOptionsError}, naming what is wrong in each of them. */
export async function openApps(options: AppsToOpen, means: OpeningMeans): Promise<UnpushApps> {
  const apps: UnpushApp[] = [];
  const problems: string[] = [];
  const causes: unknown[] = [];
  for (const [name, app] of Object.entries(options.apps)) {
    try {
      apps.push(await openApp(app, { name, ...means }));
    } catch (error) {
      problems.push(...problemsOf(error, { path: options.pathOf(name), vendor: app.vendor }));
      causes.push(error);
    }
  }
  if (problems.length > 0) throw new UnpushOptionsError(problems, { cause: causes[0] });
  return appsOf(apps);
}

interface WhichApp {
  readonly path: string;
  readonly vendor: Vendor;
}

/** Any other error is none of the options, and is thrown on. */
function problemsOf(error: unknown, { path, vendor }: WhichApp): readonly string[] {
  if (CredentialError.isInstance(error)) return [`${path}.${credentialOption(vendor)}: ${error.message}`];
  if (InvalidRequestError.isInstance(error)) {
    return error.problems.map(({ field, problem }) => `${path}.${field}: ${problem}`);
  }
  throw error;
}

/** Finds an app by its name; where none is named, `default` is meant, or the only one there is. */
export function appsOf(all: readonly UnpushApp[]): UnpushApps {
  return {
    all,
    get(name) {
      const only = all.length === 1 ? all[0] : undefined;
      const found =
        all.find((app) => app.name === (name ?? DEFAULT_APP)) ?? (name === undefined ? only : undefined);
      if (found !== undefined) return found;
      const names = all.map((app) => JSON.stringify(app.name)).join(', ');
      const problem =
        name === undefined
          ? `must be named, for there are several: ${names}`
          : `must be one of ${names}; got ${JSON.stringify(name)}`;
      throw new InvalidRequestError([{ field: 'app', problem }]);
    },
  };
}
