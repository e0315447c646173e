import { problemsIn, type RequestProblem } from '@unpush/core';
import { APP_VENDORS } from './app-vendors.ts';

/** What is wrong with an app's options, by field; none where they can be. */
export function checkApp(given: unknown): readonly RequestProblem[] {
  const vendor = typeof given === 'object' && given !== null && 'vendor' in given ? given.vendor : undefined;
  const row = Object.entries(APP_VENDORS).find(([name]) => name === vendor)?.[1];
  if (row !== undefined) return problemsIn(row.schema, given);
  return [{ field: 'vendor', problem: `must be one of ${Object.keys(APP_VENDORS).join(', ')}` }];
}
