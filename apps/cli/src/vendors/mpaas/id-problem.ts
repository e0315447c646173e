import { checkMpaasApp, type MpaasApp } from '@unpush/core';
import { requestProblem } from '../../errors/request-problem.ts';

const GOOD: MpaasApp = { appId: 'ONEX', workspaceId: 'default' };

/** What is wrong with one of the ids that name an app, if anything; as the end of a sentence that begins with its flag. */
export function idProblem(name: keyof MpaasApp, value: string): string | undefined {
  const problem = requestProblem(() => checkMpaasApp({ ...GOOD, [name]: value }));
  if (problem !== undefined) return problem;
  // The facts of a recall name the app and its workspace with a slash between them
  return name === 'appId' && value.includes('/')
    ? `must be the app's id (AppId), which has no slash, but is ${JSON.stringify(value)}`
    : undefined;
}
