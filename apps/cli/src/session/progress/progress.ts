import { createLogUpdate } from 'log-update';
import type { Terminal } from '../../terminal/terminal.ts';
import { screenColumns } from '../../terminal/width.ts';
import { progressLine, progressWords, type Reading } from './describe-progress.ts';

/** Shows how far a recall has come. */
export interface ProgressView {
  /** Begins to show it. */
  readonly follow: (read: () => Reading) => void;
  /** Says something, above the bar; before there is anything to follow as well. */
  readonly say: (words: string) => void;
  /** Draws the last state and leaves it, with nothing else in its line. */
  readonly end: () => void;
}

const REDRAW_MS = 100;
const LINE_MS = 5000;

/** A bar on a screen; elsewhere a line every few seconds. */
export const createProgressView = (terminal: Terminal): ProgressView =>
  terminal.stderr.isTTY === true ? createBar(terminal) : createLines(terminal);

function createBar({ stderr }: Terminal): ProgressView {
  // The cursor stays visible: a process that is killed leaves a screen as it should be
  const line = createLogUpdate(stderr, { showCursor: true });
  let draw = (): void => undefined;
  let timer: NodeJS.Timeout | undefined;
  return {
    follow(read) {
      draw = () => line(progressLine(read(), screenColumns(stderr.columns)));
      timer = setInterval(draw, REDRAW_MS);
      draw();
    },
    say(words) {
      line.clear();
      stderr.write(`${words}\n`);
      draw();
    },
    end() {
      clearInterval(timer);
      draw();
      line.done();
    },
  };
}

function createLines({ stderr }: Terminal): ProgressView {
  let draw = (): void => undefined;
  let timer: NodeJS.Timeout | undefined;
  return {
    follow(read) {
      draw = () => void stderr.write(`${progressWords(read())}\n`);
      timer = setInterval(draw, LINE_MS);
    },
    say(words) {
      stderr.write(`${words}\n`);
    },
    end() {
      clearInterval(timer);
      draw();
    },
  };
}
