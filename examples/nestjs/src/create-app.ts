import { StandardSchemaValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { InvalidRequestError } from '@unpush/core';
import { AppModule } from './app.module.ts';
import { describeRoutes } from './docs/describe-routes.ts';

/** The application, ready to listen. */
export async function createApp(): Promise<NestExpressApplication> {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class, and takes an object
  const app = await NestFactory.create<NestExpressApplication>(AppModule, { bodyParser: false });
  // JSON only: uploads are read as they come, whatever they say they are
  app.useBodyParser('json', { limit: '10mb' });
  app.useGlobalPipes(new StandardSchemaValidationPipe({ exceptionFactory: invalidRequest }));
  // Ctrl-C and SIGTERM stop recalls between two requests; they go on at the next start
  app.enableShutdownHooks([], { useProcessExit: true });
  describeRoutes(app);
  return app;
}

type PipeOptions = NonNullable<ConstructorParameters<typeof StandardSchemaValidationPipe>[0]>;

/** As unpush itself says what is wrong, so that its filter answers both alike. */
const invalidRequest: NonNullable<PipeOptions['exceptionFactory']> = (issues) =>
  new InvalidRequestError(
    issues.map(({ path = [], message }) => ({
      field: path.map((step) => String(typeof step === 'object' ? step.key : step)).join('.') || 'request',
      problem: message,
    })),
  );
