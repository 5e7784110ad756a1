/** When something begins, and when it ends if that is said: `09:30`. */
export interface Times {
  from: string;
  to: string | null;
}

/** What stands there cannot be read as times. */
export interface Unread {
  /** The piece that is meant. */
  piece: string;
  /** A sentence without its full stop. */
  problem: string;
}

const TIME = /(\d{1,2})(?:[.:](\d{2}))?\s*(am|pm|noon)?/iy;
const BETWEEN = /\s*(?:-|–|—|to|until)\s*/iy;
const BESIDE = /[\s,;&]*(?:and\b)?[\s,;]*/iy;

/**
 * Reads times as people write them into a programme: `9.30am to 12.30pm 1.30pm to 4.30pm`, `2pm`, `09.30 -12.30`. What stands
 * without am and pm is taken by the twenty-four hours, unless it would end before it begins and the afternoon mends that
 * (`13.15 – 4.15`); that is said, too.
 * @returns the stretches in their order; empty of an empty text
 */
export function readTimes(text: string): { times: Times[]; doubts: Unread[] } | Unread {
  const times: Times[] = [];
  const doubts: Unread[] = [];
  let at = skip(BESIDE, text, 0);
  while (at < text.length) {
    const first = readTime(text, at);
    if ('problem' in first) return first;
    const between = skip(BETWEEN, text, first.end);
    const last = between > first.end ? readTime(text, between) : undefined;
    if (last && 'problem' in last) return last;
    const piece = text.slice(at, last?.end ?? first.end).trim();
    let [from, to] = [first.minutes, last?.minutes ?? null];
    // `1 to 4pm`: what belongs to the end belongs to the beginning, too.
    if (last && !first.half && last.half === 'pm' && from < 720 && from + 720 < to!) from += from < 480 ? 720 : 0;
    if (to !== null && to <= from) {
      if (last!.half || to + 720 <= from || to >= 720) return { piece, problem: `“${piece}” ends before it begins` };
      to += 720;
      doubts.push({ piece, problem: `“${piece}” is taken to end at ${written(to)}` });
    }
    times.push({ from: written(from), to: to === null ? null : written(to) });
    at = skip(BESIDE, text, last?.end ?? first.end);
  }
  return { times, doubts };
}

/** `09:30 to 13:00, 14:00`: what `readTimes` reads again as it was. */
export const printTimes = (times: readonly Times[]): string =>
  times.map(({ from, to }) => (to === null ? from : `${from} to ${to}`)).join(', ');

interface ReadTime {
  minutes: number;
  half: string | undefined;
  end: number;
}

function readTime(text: string, at: number): ReadTime | Unread {
  TIME.lastIndex = at;
  const found = TIME.exec(text);
  const rest = text.slice(at).trim();
  if (!found) return { piece: rest, problem: `“${rest}” is no time` };
  const [piece, hours, minutes = '0', mark] = found;
  const half = mark?.toLowerCase().replace('noon', 'pm');
  const hour = Number(hours);
  const wrong = Number(minutes) > 59 || (half ? hour < 1 || hour > 12 : hour > 23);
  if (wrong) return { piece: piece.trim(), problem: `There is no time “${piece.trim()}”` };
  const inDay = half ? (hour % 12) + (half === 'pm' ? 12 : 0) : hour;
  return { minutes: inDay * 60 + Number(minutes), half, end: at + piece.trimEnd().length };
}

function skip(what: RegExp, text: string, at: number): number {
  what.lastIndex = at;
  return at + (what.exec(text)?.[0].length ?? 0);
}

const written = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
