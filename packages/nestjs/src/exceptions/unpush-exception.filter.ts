import { Catch, Inject, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { textOf, type Language, type UnpushError } from '@unpush/core';
import { problemOf, wordsIn } from '@unpush/recall/problems';
import { AnyUnpushError } from './any-unpush-error.ts';
import { callerLanguage } from './caller-language.ts';
import { boundTo, isNative } from './native-response.ts';
import { problemHeaders } from './problem-headers.ts';
import { withCause } from './with-cause.ts';

/** Options of {@link UnpushExceptionFilter}. */
export interface UnpushExceptionFilterOptions {
  /** The language for callers who ask for none that there is. Default `en`. */
  readonly language?: Language;
}

/**
 * Answers unpush's errors as `application/problem+json` (RFC 9457), with the error catalog's text in the language that
 * the caller asks for. Every other exception is left to the other filters, and so is every error that does not come of
 * HTTP; on a WebSocket gateway Nest leaves no way to do that, so that the client is told what it would be without a
 * filter. What only the team can mend is logged, with the message that the caller does not get to see.
 *
 * @see https://github.com/unpush/unpush/blob/main/docs/problems.md
 *
 * @example
 * ```ts
 * @Module({ providers: [{ provide: APP_FILTER, useClass: UnpushExceptionFilter }] })
 * export class AppModule {}
 *
 * // or
 * app.useGlobalFilters(new UnpushExceptionFilter(app.get(HttpAdapterHost), { language: 'zh-cn' }));
 * ```
 */
@Catch(AnyUnpushError)
export class UnpushExceptionFilter implements ExceptionFilter<UnpushError> {
  readonly #logger = new Logger(UnpushExceptionFilter.name);
  readonly #adapterHost: HttpAdapterHost;
  readonly #language: Language;

  constructor(
    @Inject(HttpAdapterHost) adapterHost: HttpAdapterHost,
    { language = 'en' }: UnpushExceptionFilterOptions = {},
  ) {
    this.#adapterHost = adapterHost;
    this.#language = language;
  }

  /**
   * Answers over HTTP. Elsewhere it answers nothing, so that microservices and resolvers of GraphQL go on as if there
   * were no filter. A gateway would take that for an answer: its client is told that there was an error, and the log which.
   */
  catch(error: UnpushError, host: ArgumentsHost): void {
    if (host.getType() === 'ws') this.#tellSocket(error, host);
    if (host.getType() !== 'http') return;
    const { httpAdapter } = this.#adapterHost;
    const http = host.switchToHttp();
    const { headers } = http.getRequest<RequestWithHeaders>();
    const response = http.getResponse<unknown>();
    const language = callerLanguage(headers['accept-language'], this.#language);
    const problem = problemOf(error, { language, textOf });
    this.#log(error, problem.status);
    // As Nest does: of an answer that has begun, only the end is left
    if (isNative(response) ? response.headersSent : httpAdapter.isHeadersSent(response) === true) {
      if (isNative(response)) response.end();
      else httpAdapter.end(response);
      return;
    }
    const headersOf = isNative(response) ? response : boundTo(response, httpAdapter);
    const vary = varyOf(headersOf.getHeader('Vary'));
    for (const [name, value] of Object.entries(
      problemHeaders({ error, language: wordsIn(language).tag, vary }),
    ))
      headersOf.setHeader(name, value);
    // As text: of an object, Nest 11 on Express sets the content type back to application/json
    httpAdapter.reply(response, JSON.stringify(problem), problem.status);
  }

  /** As Nest answers an error that it does not know: an answer that never comes says less. */
  #tellSocket(error: UnpushError, host: ArgumentsHost): void {
    const client = host.switchToWs().getClient<Partial<Socket>>();
    this.#log(error, 500);
    client.emit?.('exception', { status: 'error', message: 'Internal server error' });
  }

  #log(error: UnpushError, status: number): void {
    if (status < 500) return;
    const line = withCause(error);
    // The stack begins with the message
    if (status === 500)
      this.#logger.error(
        line,
        error.stack?.replace(error.message, () => line),
      );
    else this.#logger.warn(line);
  }
}

/** What is used of a request, whichever the platform. */
interface RequestWithHeaders {
  readonly headers: Readonly<Record<'accept-language', string | undefined>>;
}

/** As much of a socket as is needed, whichever the library. */
interface Socket {
  readonly emit: (event: string, data: unknown) => unknown;
}

const varyOf = (header: unknown): string =>
  Array.isArray(header) ? header.join(', ') : typeof header === 'string' ? header : '';
