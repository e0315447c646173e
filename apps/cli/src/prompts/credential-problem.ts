import { CredentialError } from '@unpush/core';

/** What is wrong with a key file, if anything, in the words of whoever checked it. Bugs are thrown on. */
export async function credentialProblem(check: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await check();
    return undefined;
  } catch (error) {
    if (CredentialError.isInstance(error)) return error.message;
    throw error;
  }
}
