import { language, words } from './words.js';

const numbers = new Intl.NumberFormat(language);
const sizes = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
const times = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'medium' });

/** @param {number} count @returns {string} */
export const formatCount = (count) => numbers.format(Math.round(count));

/** @param {string} time ISO 8601 @returns {string} */
export const formatTime = (time) => times.format(new Date(time));

/** @param {number} bytes @returns {string} */
export function formatBytes(bytes) {
  const units = ['B', 'KiB', 'MiB', 'GiB'];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  return `${sizes.format(bytes / 1024 ** power)} ${units[power] ?? ''}`;
}

/** @param {number} ms @returns {string} */
export function formatDuration(ms) {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 60) return words.seconds(formatCount(seconds));
  if (seconds < 3600) return words.minutes(formatCount(seconds / 60));
  return `${words.hours(formatCount(Math.floor(seconds / 3600)))} ${words.minutes(formatCount((seconds % 3600) / 60))}`;
}

/** @param {Readonly<Record<string, string | number>>} selector @returns {string} */
export const formatSelector = (selector) =>
  Object.entries(selector)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');
