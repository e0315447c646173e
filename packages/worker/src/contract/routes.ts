/** What a key may be allowed to do: begin and go on, look, or stop and delete. */
export const SCOPES = ['start', 'read', 'stop'] as const;

/** What a key may be allowed to do. */
export type Scope = (typeof SCOPES)[number];

/** A route below `/v1/apps/{app}`, and what it takes. */
export interface Route {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the prefix, as Hono writes it. */
  readonly path: string;
  /** Any one of these is enough. */
  readonly scopes: readonly Scope[];
}

/** Everything that an app's object answers. The door lets nothing else through to it. */
export const ROUTES = {
  startRecall: { method: 'POST', path: '/recalls', scopes: ['start'] },
  listRecalls: { method: 'GET', path: '/recalls', scopes: ['read'] },
  readRecall: { method: 'GET', path: '/recalls/:id', scopes: ['read'] },
  watchRecall: { method: 'GET', path: '/recalls/:id/events', scopes: ['read'] },
  readUpload: { method: 'HEAD', path: '/recalls/:id/targets', scopes: ['start'] },
  continueUpload: { method: 'PATCH', path: '/recalls/:id/targets', scopes: ['start'] },
  readReport: { method: 'GET', path: '/recalls/:id/report', scopes: ['read'] },
  readEvidence: { method: 'GET', path: '/recalls/:id/evidence', scopes: ['read'] },
  readEvidenceKey: { method: 'GET', path: '/recalls/:id/evidence-key', scopes: ['read'] },
  stopRecall: { method: 'POST', path: '/recalls/:id/stop', scopes: ['stop'] },
  resumeRecall: { method: 'POST', path: '/recalls/:id/resume', scopes: ['start'] },
  /** Deletes the targets of a recall that has ended, or drops an upload, which whoever began it can do. */
  forgetRecall: { method: 'DELETE', path: '/recalls/:id', scopes: ['stop', 'start'] },
} as const satisfies Readonly<Record<string, Route>>;

/** The routes by name: the operation ids of the OpenAPI document. */
export type Operation = keyof typeof ROUTES;

/** Where the routes of an app begin. */
export const APPS = '/v1/apps';
