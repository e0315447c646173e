import { Hono } from 'hono/tiny';
import { APPS, ROUTES, type Operation, type Route } from '../../contract/routes.ts';
import { problemAnswer } from '../answers/problem-answer.ts';
import { Refusal } from '../../answers/refusal.ts';
import type { Asked } from '../object-parts.ts';
import { continueUpload, readUpload } from '../start/continue-upload.ts';
import { startRecall } from '../start/start-recall.ts';
import { listPage } from '../status/list-recalls.ts';
import { forgetRecall } from './forget-recall.ts';
import { readEvidence, readEvidenceKey, readReport, watch } from './read-records.ts';
import { respond } from './respond.ts';
import { resumeRecall } from './resume-recall.ts';
import { stopRecall } from './stop-recall.ts';

type Handler = (request: Request, recallId: string, asked: Asked) => Promise<Response>;

/** Tells whoever would begin something at once that the app's credential cannot be used. */
const connected =
  (handler: Handler): Handler =>
  async (request, recallId, asked) => {
    await asked.app.connect();
    return handler(request, recallId, asked);
  };

const HANDLERS: Readonly<Record<Operation, Handler>> = {
  startRecall: connected((request, _, asked) => startRecall(request, asked)),
  listRecalls: async (request, _, asked) =>
    Response.json(await listPage(new URL(request.url).searchParams, asked)),
  readRecall: (_, recallId, asked) => respond(recallId, asked, 200),
  watchRecall: watch,
  readUpload,
  continueUpload,
  readReport,
  readEvidence,
  readEvidenceKey,
  stopRecall,
  resumeRecall: connected(resumeRecall),
  forgetRecall,
};

/** Answers the routes of an app. */
export type Answering = (request: Request, asked: Asked) => Promise<Response>;

interface ObjectEnv {
  readonly Bindings: { readonly asked: Asked };
}

export function createAnswering(warn: (message: string) => void): Answering {
  const hono = new Hono<ObjectEnv>();
  // The cast: Object.entries forgets which keys there are
  for (const [operation, route] of Object.entries(ROUTES) as [Operation, Route][]) {
    // Hono answers HEAD by the handler of GET, without the body
    const method = route.method === 'HEAD' ? 'GET' : route.method;
    hono.on(method, `${APPS}/:app${route.path}`, ({ req, env }) =>
      HANDLERS[operation](req.raw, req.param('id') ?? '', env.asked),
    );
  }
  hono.notFound(({ env }) => problemAnswer(new Refusal('route-not-found'), { ...env.asked.caller, warn }));
  hono.onError((error, { env }) =>
    problemAnswer(error, { ...env.asked.caller, warn, recallId: recallOf(error) }),
  );
  return async (request, asked) => hono.fetch(request, { asked });
}

/** The upload that came to nothing for now, so that whoever sent it can go on with it. */
const recallOf = (error: Error): string | undefined =>
  'ofRecall' in error && typeof error.ofRecall === 'string' ? error.ofRecall : undefined;
