import type * as z from 'zod/mini';
import { lookUp } from '../../catalog/lookup.ts';
import { InvalidRequestError } from '../../errors/invalid-request-error.ts';
import { parseRequest } from '../../errors/parse-request.ts';
import type { RawAnswer } from '../../revoker/raw-answer.ts';
import type { Verdict } from '../../revoker/verdict.ts';
import type { Envelope } from '../answers/envelope.ts';
import { readAnswer } from '../answers/read-answer.ts';
import type { MpaasBody } from '../answers/answer-body.ts';
import { withoutTargets } from '../answers/without-targets.ts';
import type { MpaasApp } from '../app.ts';
import type { RpcParameters } from '../rpc/form.ts';
import { buildRpc, type MpaasRequest } from '../rpc/request.ts';

/** What came of a call. */
export interface MpaasAnswer<O> {
  readonly verdict: Verdict;
  /** What the answer holds; only where the call was accepted. */
  readonly value?: O;
}

/**
 * One operation of Message Push: how its request is built and its answer read. Pure; the transport sends.
 *
 * @typeParam I - what a caller gives.
 * @typeParam O - what an accepted answer holds.
 */
export interface MpaasOperation<I, O> {
  /** Its name on the wire. */
  readonly action: string;
  /** Whether a repeat does no harm after a request whose answer was lost. True of revokes and queries, never of pushes. */
  readonly repeatable: boolean;
  /** Of a revoke: whom it takes the notification back from. A task stands for itself. */
  readonly revokedFrom?: (input: I) => readonly string[];
  /** Checks what the caller gives, and builds the request. Throws `InvalidRequestError`. */
  build(app: MpaasApp, input: I): MpaasRequest;
  /**
   * Makes sense of the answer, whatever came. Never throws. With the input that it answers, a target that the vendor
   * says again is masked in the verdict's message.
   */
  read(answer: RawAnswer, input?: I): MpaasAnswer<O>;
}

/** What an operation is made of. */
export interface OperationParts<S extends z.ZodMiniType, O> {
  readonly action: string;
  readonly repeatable: boolean;
  /** Whether the vendor's page requires `TenantId`. Default: no. */
  readonly needsTenant?: boolean;
  readonly envelope: Envelope;
  readonly input: S;
  /** The parameters by their names on the wire, all but those of the app. */
  readonly parameters: (input: z.output<S>) => RpcParameters;
  /** Of a revoke: whom it takes the notification back from. */
  readonly revokedFrom?: (input: z.input<S>) => readonly string[];
  /** Whom the call is about: they are shown in no message. Default: those of a revoke. */
  readonly targets?: (input: z.input<S>) => readonly string[];
  readonly output: (body: MpaasBody) => O;
}

/** Puts an operation together. */
export function defineOperation<S extends z.ZodMiniType, O>({
  action,
  repeatable,
  needsTenant = false,
  envelope,
  input: schema,
  parameters,
  revokedFrom,
  targets = revokedFrom ?? (() => []),
  output,
}: OperationParts<S, O>): MpaasOperation<z.input<S>, O> {
  return {
    action,
    repeatable,
    ...(revokedFrom !== undefined && { revokedFrom }),
    build: (app, input) => {
      if (needsTenant) checkTenant(app, action);
      return buildRpc({ app, action, parameters: parameters(parseRequest(schema, input)) });
    },
    read: (answer, input) => {
      const { verdict: read, body } = readAnswer(answer, envelope);
      const shown = input === undefined ? read : withoutTargets(read, targets(input));
      const verdict = repeatable ? shown : doubtful(shown);
      return verdict.advice === 'done' && body !== undefined ? { verdict, value: output(body) } : { verdict };
    },
  };
}

/**
 * HTTP 503 is flow control by Huawei's page; by mPaaS's it is nothing. A proxy says it as well when the service has
 * taken the request and broken off. A revoke is slowed down and sent again; what must not be done twice may have been
 * done.
 */
function doubtful(verdict: Verdict): Verdict {
  const { httpStatus, code } = verdict;
  const isKnown = code !== undefined && lookUp({ vendor: 'mpaas', code }) !== undefined;
  return httpStatus === 503 && !isKnown ? { ...verdict, mayHaveBeenReceived: true } : verdict;
}

function checkTenant({ tenantId }: MpaasApp, action: string): void {
  if (tenantId !== undefined) return;
  const problem = `must be the tenant's id (TenantId), which ${action} requires, but is missing`;
  throw new InvalidRequestError([{ field: 'tenantId', problem, code: '8013' }]);
}
