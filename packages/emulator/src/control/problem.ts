import { ZodError } from 'zod';
import { ConflictError, NotFoundError } from '../world/errors.ts';

/** Thrown by the control API for a request that it cannot serve. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: 400 | 403 | 404 | 409 | 500;

  constructor(status: Problem['status'], detail: string) {
    super(detail);
    this.status = status;
  }
}

const TITLES: Readonly<Record<Problem['status'], string>> = {
  400: 'Bad request',
  403: 'Forbidden',
  404: 'Not found',
  409: 'Conflict',
  500: 'A bug of the emulator',
};

/** An error as `application/problem+json` (RFC 9457). */
export function problemResponse(error: unknown): Response {
  const { status, message } = asProblem(error);
  return Response.json(
    { type: 'about:blank', title: TITLES[status], status, detail: message },
    { status, headers: { 'content-type': 'application/problem+json' } },
  );
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof NotFoundError) return new Problem(404, error.message);
  if (error instanceof ConflictError) return new Problem(409, error.message);
  if (error instanceof ZodError) return new Problem(400, error.issues.map(sentence).join('; '));
  return new Problem(500, error instanceof Error ? error.message : String(error));
}

function sentence({ path, message }: ZodError['issues'][number]): string {
  return path.length === 0 ? message : `${path.join('.')}: ${message}`;
}
