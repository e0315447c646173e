import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { UPLOADS } from '../recalls/upload.ts';

/** Swagger's pages at /docs, and their JSON at /docs-json. */
export function describeRoutes(app: INestApplication): void {
  const about = new DocumentBuilder()
    .setTitle('Taking notifications back')
    .setDescription('An example of @unpush/nestjs.')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'The API_KEY of the settings.' })
    .build();
  SwaggerModule.setup('docs', app, () => withUploads(SwaggerModule.createDocument(app, about)));
}

/** Swagger describes a body once, whatever it comes as; but an upload is no JSON. */
function withUploads(document: OpenAPIObject): OpenAPIObject {
  for (const { post } of Object.values(document.paths)) {
    const body = post?.requestBody;
    if (body === undefined || !('content' in body)) continue;
    for (const type of UPLOADS.filter((upload) => upload in body.content)) {
      body.content[type] = { schema: { type: 'string', format: 'binary' } };
    }
  }
  return document;
}
