import type { TrayNotification } from './notification.ts';
import { Wave, type WaveOptions } from './wave.ts';

/** The notification trays of all devices, by app and notifyId. */
export class Trays {
  readonly #byApp = new Map<string, Map<number, Wave>>();
  readonly #options: WaveOptions;

  constructor(options: WaveOptions) {
    this.#options = options;
  }

  /** Everything under one notifyId of an app; made at its first use. */
  wave(app: string, notifyId: number): Wave {
    let waves = this.#byApp.get(app);
    if (waves === undefined) {
      waves = new Map();
      this.#byApp.set(app, waves);
    }
    let wave = waves.get(notifyId);
    if (wave === undefined) {
      wave = new Wave(this.#options);
      waves.set(notifyId, wave);
    }
    return wave;
  }

  /** As {@link wave}, but makes none. */
  existing(app: string, notifyId: number): Wave | undefined {
    return this.#byApp.get(app)?.get(notifyId);
  }

  /** What a device of the app shows, the newest first. */
  of(app: string, device: number): readonly TrayNotification[] {
    const waves = this.#byApp.get(app)?.values() ?? [];
    return [...waves]
      .flatMap((wave) => {
        const shown = wave.at(device);
        return shown === undefined ? [] : [{ ...shown.message, clicked: shown.clicked }];
      })
      .sort((one, other) => other.deliveredAt - one.deliveredAt);
  }
}
