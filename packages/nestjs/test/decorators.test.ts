import { Inject, Injectable } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { expect, it } from 'vitest';

@Injectable()
class Asks {
  readonly answer: number;
  constructor(@Inject('answer') answer: number) {
    this.answer = answer;
  }
}

it('takes decorators on parameters without emitted metadata', async () => {
  const module = await Test.createTestingModule({
    providers: [Asks, { provide: 'answer', useValue: 42 }],
  }).compile();
  expect(module.get(Asks).answer).toBe(42);
});
