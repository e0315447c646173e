// What the gateway answers, as far as the page reads it. The test `page-types` holds it against the contract.

export type Scope = 'start' | 'read' | 'stop';

/** An app that the holder of the key may use. */
export interface App {
  readonly name: string;
  readonly vendor: string;
  readonly vendorApp?: string;
  readonly scopes: readonly Scope[];
  readonly selectorFields: readonly string[];
}

export interface Counts {
  readonly read: number;
  readonly malformed: number;
  readonly duplicate: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly unknown: number;
  readonly notAttempted: number;
}

/** Why a recall ended early, as far as the page has words for it; a newer gateway may know more. */
export type StopCause =
  | 'refused'
  | 'credential'
  | 'nothing-accepted'
  | 'wholly-refused'
  | 'no-answer'
  | 'unreachable'
  | 'not-the-vendor'
  | 'throttled'
  | 'interrupt'
  | 'error';

/** Why a piece of a list is no target. */
export type MalformedReason =
  | 'empty'
  | 'inner whitespace'
  | 'control character'
  | 'invalid UTF-8'
  | 'not a string'
  | 'no field of a target'
  | `no field "${string}"`;

export type RecallState = 'uploading' | 'waiting' | 'running' | 'paused' | 'stopped' | 'finished';

export interface Recall {
  readonly recallId: string;
  readonly app: string;
  readonly vendorApp: string;
  readonly selector: Readonly<Record<string, string | number>>;
  readonly state: RecallState;
  readonly wanted: 'run' | 'stop';
  readonly forgotten: boolean;
  readonly targets: Counts;
  readonly requests: { readonly sent: number; readonly retried: number; readonly throttled: number };
  readonly codes: Readonly<Record<string, number>>;
  readonly stoppedBy?:
    | {
        readonly cause: string;
        readonly code?: string | undefined;
        readonly httpStatus?: number | undefined;
        readonly message?: string | undefined;
        readonly requestId?: string | undefined;
        readonly clockSkewMs?: number | undefined;
        readonly failure?: string | undefined;
        readonly askedBy?: { readonly by: string; readonly reason?: string | undefined } | undefined;
      }
    | undefined;
  readonly error?: { readonly at: string; readonly message: string } | undefined;
  readonly createdAt: string;
  readonly elapsedMs: number;
  readonly remainingMs?: number | undefined;
  readonly targetsPerSecond?: number | undefined;
  readonly upload?:
    | {
        readonly offset: number;
        readonly complete: boolean;
        readonly length?: number | undefined;
        readonly underWay: boolean;
      }
    | undefined;
  readonly firstMalformed?:
    | readonly { readonly reason: string; readonly text: string; readonly line?: number | undefined }[]
    | undefined;
  readonly audit: readonly {
    readonly at: string;
    readonly action: 'start' | 'continue-upload' | 'stop' | 'resume' | 'forget';
    readonly by: string;
    readonly reason?: string | undefined;
  }[];
}

export interface RecallPage {
  readonly recalls: readonly Recall[];
  readonly next?: string;
}

/** RFC 9457, with what the gateway adds. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly code?: string;
  readonly vendorCode?: string;
  readonly remedies?: readonly string[];
  readonly errors?: readonly { readonly field?: string; readonly problem: string }[];
  readonly recallId?: string;
  readonly offset?: number;
}
