import type { RecallStatus } from '@unpush/nestjs';

/** A server-sent event. */
export interface SentEvent {
  readonly type: string;
  readonly data: Partial<RecallStatus>;
}

/** Reads events until the server ends them. */
export async function eventsOf(response: Response): Promise<readonly SentEvent[]> {
  const text = await response.text();
  return text
    .split('\n\n')
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block) => ({
      type: /^event: (.*)$/m.exec(block)?.[1] ?? 'message',
      // The cast: what else comes fails the test where it is looked at
      data: JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? '') as Partial<RecallStatus>,
    }));
}
