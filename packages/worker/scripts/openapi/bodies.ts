import { globalRegistry } from 'zod/mini';
import * as choices from '../../src/contract/choices.ts';

// The small zod has no `meta`; a Worker needs none of these names

/** What is asked for, by its name in the document. */
export const startRecallSchema = choices.startRecallSchema.register(globalRegistry, { id: 'StartRecall' });
export const stopRecallSchema = choices.stopRecallSchema.register(globalRegistry, { id: 'StopRecall' });
export const resumeRecallSchema = choices.resumeRecallSchema.register(globalRegistry, { id: 'ResumeRecall' });
