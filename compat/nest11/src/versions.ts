import { createRequire } from 'node:module';

/** The version of NestJS that stands here. */
export function nestVersion(): string {
  const require = createRequire(import.meta.url);
  // The cast: every package has a version
  return (require('@nestjs/core/package.json') as { readonly version: string }).version;
}
