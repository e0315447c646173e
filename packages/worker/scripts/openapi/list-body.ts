/** A list of targets as a stream. */
export const listBody = {
  'text/plain': {
    schema: { type: 'string' as const, description: 'A target a line; plain or gzip.' },
    example: 'a push token\nanother push token\n',
  },
  'application/x-ndjson': {
    schema: {
      type: 'string' as const,
      description: 'A string, or an object with the target in `field`, a line; plain or gzip.',
    },
    example: '{"device":{"token":"a push token"}}\n{"device":{"token":"another push token"}}\n',
  },
};
