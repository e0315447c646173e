// The gateway's HTTP API, in the shape that openapi-typescript gives it: see packages/worker/src/contract.

/** How many targets came to which end. */
export interface TargetCountsAnswer {
  readonly read: number;
  readonly malformed: number;
  readonly duplicate: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly unknown: number;
  readonly notAttempted: number;
}

/** A recall, as the gateway tells of it. */
export interface RecallAnswer {
  readonly recallId: string;
  readonly app: string;
  readonly vendor: string;
  readonly vendorApp: string;
  readonly selector: Readonly<Record<string, string | number>>;
  readonly endpoint: string;
  readonly state: 'uploading' | 'waiting' | 'running' | 'paused' | 'stopped' | 'finished';
  readonly wanted: 'run' | 'stop';
  readonly forgotten: boolean;
  readonly targets: TargetCountsAnswer;
  readonly requests: { readonly sent: number; readonly retried: number; readonly throttled: number };
  readonly codes: Readonly<Record<string, number>>;
  readonly stoppedBy?: {
    readonly cause: string;
    readonly code?: string;
    readonly httpStatus?: number;
    readonly message?: string;
    readonly requestId?: string;
    readonly clockSkewMs?: number;
    readonly failure?: string;
  };
  readonly error?: { readonly at: string; readonly message: string };
  readonly evidenceHead?: string;
  readonly createdAt: string;
  readonly startedAt?: string;
  readonly finishedAt?: string;
  readonly elapsedMs: number;
  readonly remainingMs?: number;
  readonly targetsPerSecond?: number;
  readonly upload?: { readonly offset: number; readonly complete: boolean; readonly underWay: boolean };
  readonly firstMalformed?: {
    readonly reason: string;
    readonly text: string;
    readonly line?: number;
  }[];
  readonly audit: {
    readonly at: string;
    readonly action: 'start' | 'continue-upload' | 'stop' | 'resume' | 'forget';
    readonly by: string;
    readonly reason?: string;
  }[];
}

/** An app that the key may be used for. */
export interface AppAnswer {
  readonly name: string;
  readonly vendor: string;
  readonly vendorApp?: string;
  readonly scopes: string[];
  readonly selectorFields: string[];
}

interface Json<T> {
  readonly content: { readonly 'application/json': T };
}
interface Lines {
  readonly content: { readonly 'application/x-ndjson': string };
}
interface OfApp {
  readonly app: string;
}
interface OfRecall extends OfApp {
  readonly id: string;
}
interface UploadHeaders {
  readonly 'Upload-Complete'?: '?0' | '?1';
}

/** The routes, by path and method. */
export interface Paths {
  '/v1/apps': {
    get: { responses: { 200: Json<{ readonly apps: AppAnswer[] }> } };
  };
  '/v1/apps/{app}/recalls': {
    get: {
      parameters: { path: OfApp; query?: { limit?: number; cursor?: string; state?: string } };
      responses: { 200: Json<{ readonly recalls: RecallAnswer[]; readonly next?: string }> };
    };
    post: {
      parameters: {
        path: OfApp;
        query?: Readonly<Record<string, string | number | boolean>>;
        header?: UploadHeaders & { readonly 'Idempotency-Key'?: string };
      };
      requestBody: {
        content: { 'application/json': Readonly<Record<string, unknown>>; 'application/x-ndjson': string };
      };
      responses: { 202: Json<RecallAnswer> };
    };
  };
  '/v1/apps/{app}/recalls/{id}': {
    get: { parameters: { path: OfRecall }; responses: { 200: Json<RecallAnswer> } };
    delete: { parameters: { path: OfRecall }; responses: { 204: { readonly content?: never } } };
  };
  '/v1/apps/{app}/recalls/{id}/targets': {
    head: { parameters: { path: OfRecall }; responses: { 200: { readonly content?: never } } };
    patch: {
      parameters: { path: OfRecall; header: UploadHeaders & { readonly 'Upload-Offset': number } };
      requestBody: { content: { 'application/x-ndjson': string } };
      responses: { 200: Json<RecallAnswer>; 202: Json<RecallAnswer> };
    };
  };
  '/v1/apps/{app}/recalls/{id}/events': {
    get: {
      parameters: { path: OfRecall };
      responses: { 200: { readonly content: { readonly 'text/event-stream': string } } };
    };
  };
  '/v1/apps/{app}/recalls/{id}/report': {
    get: { parameters: { path: OfRecall; query?: { all?: boolean } }; responses: { 200: Lines } };
  };
  '/v1/apps/{app}/recalls/{id}/evidence': {
    get: { parameters: { path: OfRecall }; responses: { 200: Lines } };
  };
  '/v1/apps/{app}/recalls/{id}/evidence-key': {
    get: {
      parameters: { path: OfRecall };
      responses: { 200: { readonly content: { readonly 'text/plain': string } } };
    };
  };
  '/v1/apps/{app}/recalls/{id}/stop': {
    post: {
      parameters: { path: OfRecall };
      requestBody: { content: { 'application/json': { readonly reason?: string } } };
      responses: { 202: Json<RecallAnswer> };
    };
  };
  '/v1/apps/{app}/recalls/{id}/resume': {
    post: {
      parameters: { path: OfRecall };
      requestBody: {
        content: { 'application/json': { readonly reason?: string; readonly retryUnknown?: boolean } };
      };
      responses: { 202: Json<RecallAnswer> };
    };
  };
}
