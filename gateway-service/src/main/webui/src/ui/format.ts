import type { StageName } from '../api/types';

const DATE = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

export const when = (instant: string) => DATE.format(new Date(instant));

/** A span of time such as 7 s or 1:05 min. */
export function span(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} min`;
}

export const dollars = (amount: number) => (amount === 0 ? 'nothing' : `$${amount.toFixed(amount < 1 ? 4 : 2)}`);

/** A change of a balance; nothing has changed where it is a dash. */
export const signed = (amount: number) => (amount > 0 ? `+${amount}` : amount < 0 ? `−${-amount}` : '–');

/** The signed address of a file, to be saved: storage names the file for the browser; a link to another origin cannot. */
export const download = (url: string, name: string) => `${url}&download=${name}`;

export function size(bytes: number): string {
  if (bytes < 1e3) return `${bytes} B`;
  return bytes < 1e6 ? `${Math.round(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** A name of the API as words: `bold-pop` or `bold_pop` is "Bold pop". */
export function words(name: string): string {
  const text = name.replace(/[-_]+/g, ' ').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const STAGES: Record<StageName, string> = {
  script: 'Script',
  voice: 'Voice',
  lipsync: 'Presenter',
  editing: 'Editing',
  caption: 'Captions',
};

/** A random UUID; `crypto.randomUUID` is there only under https and on localhost. */
export function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
