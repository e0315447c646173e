/** A quota from a moment on, counted from the first request. */
export interface QuotaStep {
  readonly afterSeconds: number;
  readonly devicesPerSecond: number;
}

/** How a vendor is played for one measurement. Goes to its process as JSON. */
export interface VendorSettings {
  /** Where the key file, the authority's certificate and token lists are written. */
  readonly folder: string;
  /** In the order of time, the first at 0. None: no limit. */
  readonly quota: readonly QuotaStep[];
  readonly model: 'token-bucket' | 'fixed-window';
  /** Every answer is so late. In milliseconds. */
  readonly latencyMs: number;
  /** Devices of the app, and of another app in the same project; their tokens are written to `folder`. */
  readonly devices: number;
  readonly otherDevices: number;
}

/** What a client needs to call a vendor. */
export interface VendorAddress {
  readonly url: string;
  readonly clientId: string;
  /** Paths. */
  readonly serviceAccount: string;
  readonly ca: string;
}

/** What a vendor saw of one measurement. */
export interface VendorFigures {
  readonly requests: number;
  /** Answered with 503. */
  readonly refused: number;
  /** From the first request to the last answer. */
  readonly seconds: number;
  /** What the vendor itself used, user and system, from its start to its end. */
  readonly cpuSeconds: number;
}

/** The names of the token lists in a vendor's folder. */
export const DEVICES_FILE = 'devices.txt';
export const OTHER_DEVICES_FILE = 'other-devices.txt';

export const NO_LIMIT = {
  quota: [],
  model: 'token-bucket',
  latencyMs: 0,
  devices: 0,
  otherDevices: 0,
} as const satisfies Omit<VendorSettings, 'folder'>;
