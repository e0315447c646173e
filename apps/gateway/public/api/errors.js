/** @typedef {import('./types.d.ts').Problem} Problem */

/** The gateway has answered that it will not. */
export class ProblemError extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
  }

  /** The kind of problem: the last part of its type. */
  get kind() {
    return this.problem.type.split('#').at(-1) ?? '';
  }
}

/** The gateway was not reached, or its answer broke off. */
export class OutOfReachError extends Error {
  /** @param {unknown} cause */
  constructor(cause) {
    super('the gateway could not be reached', { cause });
    this.name = 'OutOfReachError';
  }
}

/** Whoever stands before the gateway wants a login first: the one that there was has ended. */
export class LoggedOutError extends Error {
  constructor() {
    super('a login is wanted');
    this.name = 'LoggedOutError';
  }
}

/**
 * Whether the same again may go well.
 *
 * @param {unknown} error
 * @returns {boolean}
 */
export const mayPass = (error) =>
  error instanceof OutOfReachError ||
  (error instanceof ProblemError && (error.problem.status >= 500 || error.kind === 'upload-under-way'));
