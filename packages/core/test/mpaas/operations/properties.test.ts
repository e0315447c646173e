import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MPAAS_OPERATIONS,
  type PushMultipleInput,
  type PushOptions,
  type PushSimpleInput,
} from '@unpush/core/mpaas';
import { app, formOf, parametersOf } from '../app-and-form.ts';

const { pushSimple, pushMultiple } = MPAAS_OPERATIONS;

const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((value) => value.trim() !== '');
const id = text
  .map((value) => value.trim())
  .filter((value) => value !== '' && value.isWellFormed() && !/\p{Cc}/u.test(value));
// Some names mean something to JavaScript alone
const key = fc.oneof(text, fc.constantFrom('__proto__', 'constructor', '7', '1'));
const texts = fc.uniqueArray(fc.tuple(key, text), { selector: ([name]) => name, maxLength: 9 });

/** An object with these own fields, `__proto__` included. */
const objectOf = (entries: readonly (readonly [string, string])[]) => Object.fromEntries(entries);

const options: fc.Arbitrary<PushOptions> = fc.record(
  {
    taskName: text,
    expiredSeconds: fc.nat(),
    extendedParams: texts.map((entries) =>
      objectOf(entries.map(([name, value]) => [`x-${name}`, value] as const)),
    ),
    pushAction: fc.constantFrom<('url' | 'activity' | 0 | 1)[]>('url', 'activity', 0, 1),
    silent: fc.constantFrom<(boolean | 0 | 1)[]>(true, false, 0, 1),
    notifyType: fc.constantFrom('transparent', 'notify'),
    notifyLevel: fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }),
    strategy: fc.oneof(
      fc.constant({ kind: 'now' } as const),
      fc.nat().map((at) => ({ kind: 'scheduled', at }) as const),
    ),
  },
  { requiredKeys: ['taskName', 'expiredSeconds'] },
);

const targets = fc.uniqueArray(
  fc.record({ target: fc.oneof(id, fc.constantFrom('__proto__', '7', '1')), messageId: id }),
  {
    selector: ({ target }) => target,
    minLength: 1,
    maxLength: 10,
  },
);

describe('every input that keeps to the rules', () => {
  it('of a simple push is built, and another reader of forms and JSON reads the same', () => {
    const inputs: fc.Arbitrary<PushSimpleInput> = fc
      .tuple(
        options,
        fc.record({ deliveryType: fc.constantFrom('user', 1), targets, title: text, content: text }),
      )
      .map(([one, other]) => ({ ...one, ...other }) as PushSimpleInput); // fast-check widens the names
    fc.assert(
      fc.property(inputs, (input) => {
        const parameters = parametersOf(pushSimple.build(app, input));
        const sent: unknown = JSON.parse(parameters['TargetMsgkey'] ?? '');
        expect(Object.entries(sent as object).sort()).toEqual(
          (input.targets as readonly { target: string; messageId: string }[])
            .map(({ target, messageId }) => [target, messageId])
            .sort(),
        );
        expect(parameters).toMatchObject({
          Title: input.title,
          Content: input.content,
          TaskName: input.taskName,
        });
        expect(JSON.parse(parameters['ExtendedParams'] ?? '{}')).toEqual(input.extendedParams ?? {});
      }),
    );
  });

  it('of a batch push is built, with each target in its place', () => {
    const inputs: fc.Arbitrary<PushMultipleInput> = fc
      .tuple(options, fc.record({ deliveryType: fc.constantFrom('user', 7), templateName: text, targets }))
      .map(([one, other]) => ({ ...one, ...other }) as PushMultipleInput); // fast-check widens the names
    fc.assert(
      fc.property(inputs, (input) => {
        const parameters = parametersOf(pushMultiple.build(app, input));
        input.targets.forEach(({ target, messageId }, index) => {
          expect(parameters[`TargetMsg.${index + 1}.Target`]).toBe(target);
          expect(parameters[`TargetMsg.${index + 1}.MsgKey`]).toBe(messageId);
        });
        expect(parameters).not.toHaveProperty([`TargetMsg.${input.targets.length + 1}.Target`]);
      }),
    );
  });

  it('makes the same bytes from a list of targets as from a map of them', () => {
    fc.assert(
      fc.property(targets, (list) => {
        const input = {
          taskName: 't',
          expiredSeconds: 1,
          deliveryType: 'user',
          title: 'a',
          content: 'b',
        } as const;
        const map = objectOf(list.map(({ target, messageId }) => [target, messageId] as const));
        const ofMap = parametersOf(pushSimple.build(app, { ...input, targets: map }));
        const ofList = parametersOf(pushSimple.build(app, { ...input, targets: list }));
        expect(JSON.parse(ofMap['TargetMsgkey'] ?? '')).toEqual(JSON.parse(ofList['TargetMsgkey'] ?? ''));
        expect(formOf(pushSimple.build(app, { ...input, targets: list }))).toMatch(/^[A-Za-z0-9\-._~%=&]*$/);
      }),
    );
  });
});

describe('whatever the vendor answers', () => {
  it('is read without a throw, and accepted only with an HTTP 2xx', () => {
    const bodies = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record(
          {
            Code: fc.oneof(fc.constantFrom('100', '200', 100), fc.jsonValue()),
            ResultCode: fc.oneof(fc.constantFrom('OK', '3028'), fc.jsonValue()),
            Success: fc.oneof(fc.boolean(), fc.jsonValue()),
            PushResult: fc.oneof(fc.constant({ Success: true }), fc.jsonValue()),
            ResultContent: fc.jsonValue(),
            Data: fc.jsonValue(),
          },
          { requiredKeys: [] },
        )
        .map((body) => JSON.stringify(body)),
    );
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), bodies, (status, body) => {
        for (const operation of Object.values(MPAAS_OPERATIONS)) {
          const { verdict } = operation.read({ status, body });
          if (verdict.advice === 'done') expect(Math.floor(status / 100)).toBe(2);
          expect((verdict.code ?? '').length).toBeLessThanOrEqual(64);
        }
      }),
    );
  });
});
