import { expect } from 'vitest';
import type { RequestProblem } from '@unpush/core';
import { MPAAS_OPERATIONS, type TargetedMessage } from '@unpush/core/mpaas';
import { app } from '../app-and-form.ts';
import { problemsOf } from '../problems-of.ts';
import { broadcast, multiple, simple, template } from './push-input.ts';

const { pushSimple, pushTemplate, pushMultiple, pushBroadcast } = MPAAS_OPERATIONS;

type Fields = Readonly<Record<string, unknown>>;
/** What is wrong with each push of the least that it takes and these fields, TypeScript's own objections aside. */
export const PUSHES = {
  simple: (fields: Fields) => problemsOf(() => pushSimple.build(app, { ...simple, ...fields })),
  template: (fields: Fields) => problemsOf(() => pushTemplate.build(app, { ...template, ...fields })),
  multiple: (fields: Fields) => problemsOf(() => pushMultiple.build(app, { ...multiple, ...fields })),
  broadcast: (fields: Fields) => problemsOf(() => pushBroadcast.build(app, { ...broadcast, ...fields })),
} as const;
export type PushName = keyof typeof PUSHES;
export const PUSH_NAMES = Object.keys(PUSHES) as PushName[]; // keys forgets that these are all

/** So many texts by name. */
export const many = (count: number, name: (index: number) => string): Readonly<Record<string, string>> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [name(index), 'v']));
/** So many targets. */
export const targets = (count: number): readonly TargetedMessage[] =>
  Array.from({ length: count }, (_, index) => ({ target: `user-${index}`, messageId: `m-${index}` }));

/** The one problem there is. */
export function only(problems: readonly RequestProblem[]): RequestProblem | undefined {
  expect(problems).toHaveLength(1);
  return problems[0];
}
