import { language, words } from './words.js';

const numbers = new Intl.NumberFormat(language);
const sizes = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
const times = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'long' });
const clock = new Intl.DateTimeFormat(language, { timeStyle: 'medium' });
const minutesOfDay = new Intl.DateTimeFormat(language, { timeStyle: 'short' });

/** @param {number} count @returns {string} */
export const formatCount = (count) => numbers.format(Math.round(count));

/** With its zone: a record is read by people elsewhere, too. @param {string} time ISO 8601 @returns {string} */
export const formatTime = (time) => times.format(new Date(time));

/** Of today. @param {number} time wall clock, in milliseconds @returns {string} */
export const formatClock = (time) => clock.format(time);

/** Where seconds would only pretend. @param {number} time wall clock, in milliseconds @returns {string} */
export const formatMinute = (time) => minutesOfDay.format(time);

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
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return words.minutes(formatCount(minutes));
  const hours = words.hours(formatCount(Math.floor(minutes / 60)));
  return minutes % 60 === 0 ? hours : `${hours} ${words.minutes(formatCount(minutes % 60))}`;
}

/** @param {Readonly<Record<string, string | number>>} selector @returns {string} */
export const formatSelector = (selector) =>
  Object.entries(selector)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');
