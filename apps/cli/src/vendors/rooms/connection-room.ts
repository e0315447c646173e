import type { Revoker } from '@unpush/core';
import type { Endpoint, EndpointSource, HttpSender } from '@unpush/transport';
import type { Settings } from '../../settings/resolve-settings.ts';
import type { Selector } from '../words/recall-words.ts';

/** What requests to a vendor are made with. */
export interface ConnectionRoom {
  /**
   * Checks where requests go; what names no place gives the vendor's own. Throws `InvalidRequestError`, or
   * `SettingsError` for other settings that decide it.
   */
  endpointOf(settings: Settings, named: NamedEndpoint | undefined): Endpoint;
  /** The app as the facts of a recall name it, unchecked; `undefined` where the settings do not say. */
  appOf(settings: Settings): string | undefined;
  /** Checks which app is meant, and loads its credential. Throws `SettingsError`, `InvalidRequestError` or `CredentialError`. */
  openApp(settings: Settings, env: Environment): Promise<OpenedApp>;
}

/** The environment's variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** An endpoint that somebody named. */
export interface NamedEndpoint {
  readonly url: string;
  readonly from: EndpointSource;
  readonly allowHosts: readonly string[];
}

/** An app whose credential is at hand. */
export interface OpenedApp {
  /** As the facts of a recall name it. */
  readonly app: string;
  /** Speaks to the vendor about it, with selectors as they are kept. */
  revokerBy(way: Way): Revoker<Selector>;
}

/** How requests travel, and where to. */
export interface Way {
  readonly endpoint: Endpoint;
  readonly send: HttpSender;
}
