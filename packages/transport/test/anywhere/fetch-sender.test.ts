import { expect, it } from 'vitest';
import { fetchSender } from '../../src/index.ts';

const request = {
  ...({ method: 'POST', url: 'https://push.example/revoke' } as const),
  ...{ headers: {}, body: new TextEncoder().encode('{}') },
};

// workerd refuses the timer after ten thousand that have not run out: a recall that is quick met that
it('leaves no timer behind an answer', async () => {
  const send = fetchSender({ fetch: () => Promise.resolve(new Response('{}')) });
  let answers = 0;
  for (let sent = 0; sent < 10_500; sent++) answers += (await send(request, {})).status === 200 ? 1 : 0;
  expect(answers).toBe(10_500);
});
