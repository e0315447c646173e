/** How a recall stands over HTTP. `waiting` is what is wanted, and has not been begun or taken up again yet. */
export const RECALL_STATES = ['uploading', 'waiting', 'running', 'paused', 'stopped', 'finished'] as const;
