import { clearLine, cursorTo } from 'node:readline';
import { Presets, SingleBar } from 'cli-progress';
import type { RecallSummary } from '@unpush/recall';
import { formatCount, formatDuration } from '../../terminal/numbers.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { createSpeedometer, type Speedometer } from './speedometer.ts';

/** Shows how far a recall has come, until `end`. */
export interface ProgressView {
  /** Says something, above the bar. */
  readonly say: (words: string) => void;
  /** Draws the last state and leaves it. */
  readonly end: () => void;
}

const REDRAW_MS = 100;
const LINE_MS = 5000;
/** From this many columns on, a long bar and its words fit in one line. */
const WIDE = 110;
const WIDE_BAR = 24;
const NARROW_BAR = 8;

/** A bar on a screen; elsewhere a line every few seconds. */
export function showProgress(snapshot: () => RecallSummary, terminal: Terminal): ProgressView {
  const speed = createSpeedometer();
  return terminal.stderr.isTTY === true
    ? showBar(snapshot, terminal, speed)
    : showLines(snapshot, terminal, speed);
}

function showBar(snapshot: () => RecallSummary, terminal: Terminal, speed: Speedometer): ProgressView {
  const bar = new SingleBar(
    {
      stream: terminal.stderr,
      format: '{bar} {percentage}%  {words}',
      barsize: (terminal.stderr.columns ?? WIDE) < WIDE ? NARROW_BAR : WIDE_BAR,
      hideCursor: true,
      // Ctrl-C is ours: it stops the recall between batches
      gracefulExit: false,
    },
    Presets.shades_classic,
  );
  const { targets } = snapshot();
  bar.start(Math.max(1, sendable(targets)), 0, { words: '' });
  const draw = (): void => {
    const now = snapshot();
    bar.update(settled(now.targets), { words: describe(now, speed) });
  };
  const timer = setInterval(draw, REDRAW_MS);
  draw();
  return {
    say(words) {
      cursorTo(terminal.stderr, 0);
      clearLine(terminal.stderr, 0);
      terminal.stderr.write(`${words}\n`);
      draw();
    },
    end() {
      clearInterval(timer);
      draw();
      bar.stop();
    },
  };
}

function showLines(snapshot: () => RecallSummary, terminal: Terminal, speed: Speedometer): ProgressView {
  const draw = (): void => {
    const now = snapshot();
    const of = `${formatCount(settled(now.targets))} of ${formatCount(sendable(now.targets))}`;
    terminal.stderr.write(`${of}: ${describe(now, speed)}\n`);
  };
  const timer = setInterval(draw, LINE_MS);
  return {
    say(words) {
      terminal.stderr.write(`${words}\n`);
    },
    end() {
      clearInterval(timer);
      draw();
    },
  };
}

const settled = ({ accepted, rejected, unknown }: RecallSummary['targets']): number =>
  accepted + rejected + unknown;

const sendable = ({ read, malformed, duplicate }: RecallSummary['targets']): number =>
  read - malformed - duplicate;

function describe({ targets, requests, elapsedMs }: RecallSummary, speed: Speedometer): string {
  const perSecond = speed.measure(settled(targets), elapsedMs);
  const left = targets.notAttempted;
  const parts = [
    `accepted ${formatCount(targets.accepted)}`,
    `rejected ${formatCount(targets.rejected)}`,
    `unknown ${formatCount(targets.unknown)}`,
    `${formatCount(Math.round(perSecond))}/s`,
    ...(requests.throttled > 0 ? [`throttled ${formatCount(requests.throttled)}`] : []),
    ...(left > 0 && perSecond > 0 ? [`ETA ${formatDuration((left / perSecond) * 1000)}`] : []),
  ];
  return parts.join('  ');
}
