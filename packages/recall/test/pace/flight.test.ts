import { InvalidRequestError } from '@unpush/core';
import { describe, expect, it } from 'vitest';
import { createPacer } from '../../src/pace/create-pacer.ts';
import { trackFlight } from '../../src/pace/queue/flight.ts';
import { hasCome, signal, stage } from './support/stage.ts';

describe('the requests under way', () => {
  it('are never more than the concurrency', async () => {
    const { lane } = stage({ concurrency: 2 });
    const turn = await lane.take(1, signal);
    await lane.take(1, signal);
    const third = lane.take(1, signal);
    expect(await hasCome(third)).toBe(false);
    turn.end({ kind: 'lost' });
    await third;
  });

  it('are six at most before the first answer', () => {
    const flight = trackFlight(128);
    for (let request = 0; request < 6; request += 1) {
      expect(flight.hasRoom(1000)).toBe(true);
      flight.begin();
    }
    expect(flight.hasRoom(1000)).toBe(false);
  });

  it('are as many as leave in two of the shortest round trips', () => {
    const flight = trackFlight(128);
    flight.end(flight.begin(), 50);
    flight.end(flight.begin(), 80);
    for (let request = 0; request < 60; request += 1) flight.begin();
    expect(flight.hasRoom(600)).toBe(false);
    expect(flight.hasRoom(610)).toBe(true);
  });

  it('are not held to a single answer that came from the doorstep', () => {
    const flight = trackFlight(128);
    for (let answer = 0; answer < 50; answer += 1) flight.end(flight.begin(), 1000);
    flight.end(flight.begin(), 15);
    for (let request = 0; request < 20; request += 1) flight.begin();
    expect(flight.hasRoom(30)).toBe(true);
  });

  it('learn nothing from a round trip that had no answer', () => {
    const flight = trackFlight(128);
    flight.end(flight.begin(), undefined);
    expect(flight.roundTripMs).toBeUndefined();
  });

  it.each([0, -1, 1.5, Number.NaN])('cannot be %d at most', (concurrency) => {
    expect(() => createPacer({ concurrency })).toThrow(InvalidRequestError);
  });
});

describe('a request', () => {
  it('was alone if no other was under way at any time while it was', async () => {
    const { lane } = stage();
    const first = await lane.take(1, signal);
    first.end({ kind: 'passed' });
    const second = await lane.take(1, signal);
    const third = await lane.take(1, signal);
    third.end({ kind: 'passed' });
    second.end({ kind: 'passed' });
    const fourth = await lane.take(1, signal);
    fourth.end({ kind: 'passed' });
    expect([first, second, third, fourth].map(({ wasAlone }) => wasAlone)).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('ends once, however often that is told', async () => {
    const { lane } = stage({ concurrency: 1 });
    const turn = await lane.take(1, signal);
    turn.end({ kind: 'passed' });
    turn.end({ kind: 'passed' });
    await lane.take(1, signal);
    expect(await hasCome(lane.take(1, signal))).toBe(false);
  });
});
