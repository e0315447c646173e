import type { components, operations, paths } from './openapi.d.ts';

/** The routes, by path and method. */
export type Paths = paths;

type Schemas = components['schemas'];

/** A recall, as the gateway tells of it. */
export type RecallAnswer = Schemas['Recall'];

/** An app that the key may be used for. */
export type AppAnswer = Schemas['App'];

/** Selector and choices of a recall whose list is sent by itself. */
export type StartQuery = NonNullable<operations['startRecall']['parameters']['query']>;

/** How a recall is to be made. */
export type Choices = Omit<Schemas['StartRecall'], 'selector' | 'targets'>;
