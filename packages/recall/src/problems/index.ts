export { kindOf } from './kind-of.ts';
export { wordsIn } from './locales/words-in.ts';
export { type KindWords, type ProblemWords } from './locales/problem-words.ts';
export { problemOf, problemOfKind, type ProblemFacts, type ProblemSpeech } from './problem-of.ts';
export {
  PROBLEM_STATUS,
  problemType,
  type ErrorKind,
  type GatewayKind,
  type ProblemKind,
} from './problem-kind.ts';
export { type ProblemField, type UnpushProblem } from './problem.ts';
