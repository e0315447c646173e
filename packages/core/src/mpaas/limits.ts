const DAY_MS = 86_400_000;

/**
 * The limits of Message Push that its pages or its codes state. What they leave open, such as the bounds of the
 * expiry time, has no limit here.
 *
 * @see https://help.aliyun.com/document_detail/2871130.html
 */
export const MPAAS_LIMITS = {
  /** A message revoke names one target; a task revoke stands for all of its task. */
  targetsPerRevoke: 1,
  /** How far back a revoke reaches, in milliseconds: seven days. */
  revokeWindowMs: 7 * DAY_MS,
  /** The most targets of a simple or template push (3029). */
  targetsPerPush: 10,
  /** The most targets of a batch push (3055). */
  targetsPerBatch: 100,
  /** The most extension fields of a push (3035). */
  extendedParams: 20,
  /** The most extension fields of one target of a batch push: fewer than ten (3049). */
  innerExtendedParams: 9,
  /** The most characters of a template's name (3038). */
  templateNameCharacters: 200,
  /** The most templates of an app (3056). */
  templatesPerApp: 100,
} as const;
