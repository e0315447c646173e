/** There is no app, or no device, of this name. */
export class NotFoundError extends RangeError {
  override readonly name = 'NotFoundError';
}

/** The name is taken, or belongs to someone else. */
export class ConflictError extends RangeError {
  override readonly name = 'ConflictError';
}
