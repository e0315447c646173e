import { createRecallGateway } from '@unpush/worker';
import { optionsOf } from './options.ts';

const gateway = createRecallGateway(optionsOf);

/** The object of each app: wrangler.jsonc binds it by this name. */
export const RecallObject = gateway.RecallObject;

export default { fetch: gateway.fetch };
