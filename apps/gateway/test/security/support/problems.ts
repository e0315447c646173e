import { expect } from 'vitest';

interface Problem {
  readonly type: string;
  readonly status: number;
  readonly detail: string;
  readonly recallId?: string;
  readonly offset?: number;
  readonly errors?: readonly { readonly field: string; readonly problem: string }[];
}

/** Of stacks, files and the platform. */
export const INTERNALS = /\n\s+at |\.(?:ts|js):\d|node_modules|workerd|sqlite|\/home\/|\/tmp\//i;

/**
 * Holds that an answer is a problem of this status and kind which tells nothing of the inside, and none of these
 * secrets.
 */
export async function expectProblem(
  response: Response,
  expected: readonly [status: number, kind: string],
  secrets: readonly string[] = [],
): Promise<Problem> {
  const text = await response.text();
  const told = [response.status, response.headers.get('Content-Type'), text];
  expect(told).toEqual([
    expected[0],
    'application/problem+json; charset=utf-8',
    expect.stringContaining(`#${expected[1]}"`),
  ]);
  expect(text).not.toMatch(INTERNALS);
  for (const secret of secrets) expect(text).not.toContain(secret);
  const problem = JSON.parse(text) as Problem; // what RFC 9457 says, which the types of the test above are of
  expect(problem.status).toBe(response.status);
  return problem;
}
