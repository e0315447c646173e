import { describe, expect, it } from 'vitest';
import { NoAnswerError, verdictOfNoAnswer, type Failure } from '@unpush/core';

const lost = (failure: Failure, mayHaveBeenReceived: boolean): NoAnswerError =>
  new NoAnswerError('The connection broke.', { failure, mayHaveBeenReceived });

describe('verdictOfNoAnswer', () => {
  it('says why there is no answer, and that no target is refused', () => {
    expect(verdictOfNoAnswer(lost('reset', true))).toEqual({
      advice: 'retry',
      about: 'vendor-fault',
      message: 'The connection broke.',
      rejected: new Map(),
      mayHaveBeenReceived: true,
      failure: 'reset',
    });
  });

  it.each<Failure>([
    'dns',
    'refused',
    'connect-timeout',
    'timeout',
    'reset',
    'cut',
    'html',
    'unreadable',
    'aborted',
  ])('of %s advises to try again', (failure) => {
    expect(verdictOfNoAnswer(lost(failure, true))).toMatchObject({
      advice: 'retry',
      about: 'vendor-fault',
      failure,
    });
  });

  it('of tls advises to stop: asking again would show the JWT to a stranger', () => {
    expect(verdictOfNoAnswer(lost('tls', false))).toMatchObject({
      advice: 'stop',
      about: 'unknown',
      mayHaveBeenReceived: false,
    });
  });

  it.each([true, false])('leaves it to the sender whether it may have been received: %s', (received) => {
    expect(verdictOfNoAnswer(lost('reset', received)).mayHaveBeenReceived).toBe(received);
  });
});
