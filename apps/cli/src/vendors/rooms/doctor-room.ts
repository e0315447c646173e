import type { Finding, NamedFinding } from '../../findings/finding.ts';
import type { Settings } from '../../settings/resolve-settings.ts';
import type { Environment, Way } from './connection-room.ts';

/** A vendor's part of `unpush doctor`; what is the same for all is examined around it. */
export interface DoctorRoom {
  /** Whose own an endpoint is: `Huawei's`. */
  readonly owner: string;
  /** What the checks of {@link DoctorRoom.identify} are called, for when they have to be skipped. */
  readonly identity: readonly string[];
  /** What the check of {@link Identity.sign} is called. */
  readonly signature: string;
  /** How far this machine's clock may be off before requests are refused, in milliseconds. */
  readonly clockToleranceMs: number;
  /** Whether a recall that was refused for that goes on by the vendor's clock. */
  readonly correctsClock?: true;
  /** What `--probe` does, and what it needs of the app: both for when it is skipped. */
  readonly probe: { readonly does: string; readonly needs: string };
  /** Whether it is said which app is meant, and its credential is good. Nothing is sent. */
  identify(settings: Settings, env: Environment): AsyncGenerator<NamedFinding, Identity, undefined>;
}

/** What later checks go by. */
export interface Identity {
  /** The path that requests go to, behind the endpoint, where it is known. */
  readonly path?: string;
  /** Whether a request can be signed. Nothing is sent. */
  sign(): Promise<Finding>;
  /** Sends a revoke that can touch nobody. Absent where something is missing that it needs. */
  readonly probe?: (way: Way) => Promise<Finding>;
}
