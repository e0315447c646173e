import { EventEmitter } from 'node:events';
import {
  Catch,
  Controller,
  Get,
  HttpException,
  Logger,
  Module,
  UseFilters,
  type ArgumentsHost,
  type MiddlewareConsumer,
  type NestModule,
} from '@nestjs/common';
import { APP_FILTER, HttpAdapterHost } from '@nestjs/core';
import { ExternalExceptionsHandler } from '@nestjs/core/exceptions/external-exceptions-handler.js';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { CredentialError, InvalidRequestError, UnpushError } from '@unpush/core';
import { LedgerError } from '@unpush/recall';
import { describe, expect, it } from 'vitest';
import { UnpushExceptionFilter } from '../../../src/index.ts';
import { PLATFORMS, serve } from '../../support/platforms.ts';

const copy = (await import(
  new URL('../../../../core/src/errors/unpush-error.ts?copy', import.meta.url).href
)) as {
  readonly UnpushError: typeof UnpushError;
};

/** As another copy of the package would throw it, of a version that knows more. */
class ForeignError extends copy.UnpushError {
  readonly code = 'LEDGER';
  readonly problem = 'on-holiday';
}

@Controller()
class FaultyController {
  @Get('request')
  request(): never {
    throw new InvalidRequestError([{ field: 'notifyId', problem: 'is missing' }]);
  }

  @Get('recall')
  recall(): never {
    const facts = { problem: 'exists', recallId: 'r-4d2a90c7e1', folder: '/srv/recalls' } as const;
    throw new LedgerError('recall r-4d2a90c7e1 in /srv/recalls', facts);
  }

  @Get('foreign')
  foreign(): never {
    throw new ForeignError('somewhere in /srv/recalls');
  }

  @Get('cookies')
  teapot(): never {
    throw new HttpException('no coffee', 418);
  }
}

@Module({ controllers: [FaultyController] })
class GlobalModule {}

@Controller('here')
@UseFilters(UnpushExceptionFilter)
class OneController extends FaultyController {}

@Module({ controllers: [OneController] })
class OneModule {}

@Catch(HttpException)
class TeapotFilter {
  catch(_error: HttpException, host: ArgumentsHost): void {
    host.switchToHttp().getResponse<{ send(text: string): void }>().send('the other filter');
  }
}

describe.each(PLATFORMS)('UnpushExceptionFilter on $name', (platform) => {
  it('can be global, with a language for callers who ask for none that there is', async () => {
    await using served = await serve(GlobalModule, platform, (app) => {
      app.useGlobalFilters(new UnpushExceptionFilter(app.get(HttpAdapterHost), { language: 'zh-cn' }));
    });
    const response = await fetch(`${served.url}/request`, { headers: { 'accept-language': 'fr' } });
    expect(response.headers.get('content-language')).toBe('zh-CN');
    expect(await response.json()).toMatchObject({ title: '请求无效', status: 400 });
  });

  it('can be for one controller', async () => {
    await using served = await serve(OneModule, platform);
    expect((await fetch(`${served.url}/here/request`)).status).toBe(400);
  });

  it('stands beside other filters', async () => {
    await using served = await serve(GlobalModule, platform, (app) => {
      app.useGlobalFilters(new TeapotFilter(), new UnpushExceptionFilter(app.get(HttpAdapterHost)));
    });
    expect((await fetch(`${served.url}/request`)).status).toBe(400);
    expect(await (await fetch(`${served.url}/cookies`)).text()).toBe('the other filter');
  });

  it('names the recall that is in the way, and not where it lies', async () => {
    await using served = await serve(GlobalModule, platform, useFilter);
    const response = await fetch(`${served.url}/recall`);
    expect(response.status).toBe(409);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ recallId: 'r-4d2a90c7e1', code: 'LEDGER' });
    expect(text).not.toContain('/srv');
  });

  it('knows the errors of another copy of the package', async () => {
    expect(new ForeignError('')).not.toBeInstanceOf(UnpushError);
    await using served = await serve(GlobalModule, platform, useFilter);
    const response = await fetch(`${served.url}/foreign`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      title: 'Recalls cannot be kept or read at the moment',
      code: 'LEDGER',
    });
    expect(served.log).toContain('warn somewhere in /srv/recalls');
  });

  it('answers for middleware as well', async () => {
    @Module({
      controllers: [FaultyController],
      providers: [{ provide: APP_FILTER, useClass: UnpushExceptionFilter }],
    })
    class WithMiddleware implements NestModule {
      configure(consumer: MiddlewareConsumer): void {
        const refuse = (): never => {
          throw new InvalidRequestError([{ field: 'tenant', problem: 'is missing' }]);
        };
        consumer.apply(refuse).forRoutes(FaultyController);
      }
    }
    await using served = await serve(WithMiddleware, platform);
    const response = await fetch(`${served.url}/request`);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(response.headers.get('vary')).toBe('Accept-Language');
    expect(await response.json()).toMatchObject({ errors: [{ field: 'tenant', problem: 'is missing' }] });
  });

  it('adds to a Vary that is there already', async () => {
    await using served = await serve(GlobalModule, platform, (app) => {
      app.enableCors({ origin: ['https://shop.example', 'https://bank.example'] });
      useFilter(app);
    });
    const response = await fetch(`${served.url}/request`, { headers: { origin: 'https://shop.example' } });
    expect(response.headers.get('vary')).toBe('Origin, Accept-Language');
  });
});

it('passes on what does not come of HTTP, such as a resolver of GraphQL', () => {
  const filter = new UnpushExceptionFilter(new HttpAdapterHost());
  const handler = new ExternalExceptionsHandler();
  // As Nest binds the filters of an application
  handler.setCustomFilters([{ func: filter.catch.bind(filter), exceptionMetatypes: [] }]);
  const host = new ExecutionContextHost([]);
  host.setType('graphql');
  const error = new InvalidRequestError([{ field: 'notifyId', problem: 'is missing' }]);
  expect(() => handler.next(error, host)).toThrow(error);
});

it('tells the client of a gateway that there was an error, and the log which', () => {
  const logged: unknown[] = [];
  Logger.overrideLogger({ log: () => undefined, warn: () => undefined, error: (line) => logged.push(line) });
  const client = new EventEmitter();
  const said: unknown[] = [];
  client.on('exception', (answer) => said.push(answer));
  const host = new ExecutionContextHost([client, {}]);
  host.setType('ws');
  new UnpushExceptionFilter(new HttpAdapterHost()).catch(
    new InvalidRequestError([{ field: 'notifyId', problem: 'is missing' }]),
    host,
  );
  expect(said).toEqual([{ status: 'error', message: 'Internal server error' }]);
  expect(logged).toEqual(['notifyId: is missing']);
});

it('catches by the mark, not by the class', () => {
  const types = Reflect.getMetadata('__filterCatchExceptions__', UnpushExceptionFilter) as readonly [
    typeof UnpushError,
  ];
  expect(new CredentialError('') instanceof types[0]).toBe(true);
  expect(new Error('') instanceof types[0]).toBe(false);
});

function useFilter(app: Parameters<NonNullable<Parameters<typeof serve>[2]>>[0]): void {
  app.useGlobalFilters(new UnpushExceptionFilter(app.get(HttpAdapterHost)));
}
