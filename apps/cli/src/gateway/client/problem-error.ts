import * as z from 'zod';
import { maskSecrets } from '@unpush/core';
import type { RecallCommands } from '../../ledger/recall-commands.ts';
import { formatDuration } from '../../terminal/numbers.ts';
import { GatewayError } from '../gateway-error.ts';
import { ACCESS_VARIABLES } from '../place/access-token.ts';

/** What of a problem is told. A gateway of another version may say more, or less. */
const problemSchema = z.object({
  type: z.string().catch(''),
  title: z.string(),
  detail: z.string().catch(''),
  remedies: z.array(z.string()).catch([]),
  errors: z.array(z.object({ field: z.string(), problem: z.string() })).catch([]),
  recallId: z.string().optional().catch(undefined),
  offset: z.number().optional().catch(undefined),
  instance: z.string().optional().catch(undefined),
});

type Problem = z.output<typeof problemSchema>;

/** Who has answered, and what a person types about it. */
export interface Answering {
  readonly host: string;
  readonly commands: RecallCommands;
  /** What lists the recalls of the app. */
  readonly list: string;
}

/** The error that an answer without success is, with title, detail and what to do. */
export async function problemError(response: Response, answering: Answering): Promise<GatewayError> {
  const { status } = response;
  const retryAfterMs = retryAfterOf(response.headers);
  const problem = await readProblem(response);
  const kind = problem?.type.split('#').at(-1) ?? '';
  const { recallId, offset } = problem ?? {};
  const name = nameOf(problem, response.headers);
  const facts = {
    status,
    kind,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(recallId !== undefined && { recallId }),
    ...(offset !== undefined && { offset }),
  };
  const remedies = [...(problem?.remedies ?? []), ...remediesOf(facts, answering)];
  const told = [wordsOf(problem, status, answering.host), ...remedies.map((remedy) => `  - ${remedy}`)];
  const message = [
    maskSecrets(told.join('\n')),
    // Beside the mask, which takes it for a token
    ...(status >= 500 && name !== undefined
      ? [`  - whoever runs the gateway finds it in the log as ${name}`]
      : []),
  ];
  return new GatewayError(message.join('\n'), facts);
}

async function readProblem(response: Response): Promise<Problem | undefined> {
  try {
    const parsed = problemSchema.safeParse(await response.json());
    return parsed.success ? parsed.data : undefined;
  } catch {
    // No JSON, or none of it: the status has to do
    return undefined;
  }
}

function wordsOf(problem: Problem | undefined, status: number, host: string): string {
  if (problem === undefined) return `the gateway ${host} answered HTTP ${status}, without saying why`;
  const { title, detail, errors } = problem;
  const about = detail === '' || detail === title ? title : `${title}: ${detail}`;
  const fields = errors.map(({ field, problem: what }) => `\n    ${field}: ${what}`).join('');
  return `the gateway ${host} refused (HTTP ${status}). ${about}${fields}`;
}

interface Refusal {
  readonly status: number;
  readonly kind: string;
  readonly recallId?: string;
  readonly retryAfterMs?: number;
}

const THROUGH_ACCESS = `where Cloudflare Access stands before it, set ${ACCESS_VARIABLES.join(' and ')} to those of a service token that its policy lets through`;

/** What to do at this end of the line. */
function remediesOf(
  { status, kind, recallId, retryAfterMs }: Refusal,
  { commands, list }: Answering,
): readonly string[] {
  switch (status) {
    case 401:
      return [
        'give a key of this gateway: in UNPUSH_GATEWAY_KEY, or in a file by --gateway-key-file',
        THROUGH_ACCESS,
      ];
    case 403:
      // The gateway itself always says which kind of problem it is
      if (kind === '') return [THROUGH_ACCESS];
      return [
        'use a key that may do this for this app: its scopes are start (begin, go on), read (look) and stop (stop, delete)',
      ];
    case 404:
      if (kind === 'recall-not-found') return [`see which there are: ${list}`];
      if (kind === 'app-not-found') return ["give the gateway's own name of the app: --app NAME"];
      return ['check the URL of the gateway: --gateway, UNPUSH_GATEWAY or "gateway" in the profile'];
    case 409:
      return conflictRemedies(kind, { commands, recallId });
    case 429:
      return [
        retryAfterMs === undefined
          ? 'wait a minute, and check the key before trying again'
          : `wait ${formatDuration(retryAfterMs)}, and check the key before trying again`,
      ];
    default:
      return [];
  }
}

function conflictRemedies(
  kind: string,
  { commands, recallId }: { readonly commands: RecallCommands; readonly recallId: string | undefined },
): readonly string[] {
  if (kind === 'recall-exists' && recallId !== undefined)
    return [`look at it: ${commands.show(recallId)}`, 'or begin another one beside it, with --again'];
  if (kind === 'recall-under-way') return ['stop it first, with `unpush recalls stop`, or wait for its end'];
  if (kind === 'upload-under-way') return ['wait until the other upload of its list has ended'];
  return [];
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** How a gateway names an answer, of which nothing else may stand in the place. */
function nameOf(problem: Problem | undefined, headers: Headers): string | undefined {
  const id = problem?.instance?.replace(/^urn:uuid:/, '') ?? headers.get('X-Request-Id') ?? '';
  return UUID.test(id) ? `urn:uuid:${id}` : undefined;
}

/** In seconds, or as a date. */
function retryAfterOf(headers: Headers): number | undefined {
  const value = headers.get('Retry-After');
  if (value === null) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}
