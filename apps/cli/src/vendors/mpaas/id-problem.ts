import { checkMpaasApp, InvalidRequestError, type MpaasApp } from '@unpush/core';

const GOOD: MpaasApp = { appId: 'ONEX', workspaceId: 'default' };

/** What is wrong with one of the ids that name an app, if anything; as the end of a sentence that begins with its flag. */
export function idProblem(name: keyof MpaasApp, value: string): string | undefined {
  try {
    checkMpaasApp({ ...GOOD, [name]: value });
  } catch (error) {
    if (!InvalidRequestError.isInstance(error)) throw error;
    return error.problems.map(({ problem }) => problem).join('; ');
  }
  // The facts of a recall name the app and its workspace with a slash between them
  return name === 'appId' && value.includes('/')
    ? `must be the app's id (AppId), which has no slash, but is ${JSON.stringify(value)}`
    : undefined;
}
