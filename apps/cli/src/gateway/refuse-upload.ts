import { SettingsError } from '../errors/settings-error.ts';
import { readRecall, type Gateway } from './client/open-gateway.ts';
import { GatewayError } from './gateway-error.ts';
import { uploadWords } from './words/upload-words.ts';

/** Throws what was refused; where that is because the list is not complete, in the words of the command line. */
export async function refuseUpload(
  error: unknown,
  { gateway, recallId }: { readonly gateway: Gateway; readonly recallId: string },
): Promise<never> {
  if (!GatewayError.isInstance(error) || error.facts.status !== 400) throw error;
  // The key may not read it: then the gateway's own words have to do
  const answer = await readRecall(gateway, recallId).catch(() => undefined);
  if (answer?.state !== 'uploading') throw error;
  throw new SettingsError(
    `the list of recall ${recallId} is not complete at the gateway, so nothing was sent to the vendor, and there is nothing to stop or to resume; ${uploadWords(recallId, gateway.commands)}`,
    { cause: error },
  );
}
