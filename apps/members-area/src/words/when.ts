const local = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/London' });

/** `2026-11-22 14:32`, London time: what spreadsheets read as a date. */
export const sortableMoment = (at: Date): string => local.format(at);

/** Seconds of learning as people say them: `25 minutes`, `1 hour 5 minutes`. */
export function learningTime(seconds: number): string {
  if (seconds < 60) return seconds > 0 ? 'less than a minute' : 'none';
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const parts = [
    hours > 0 && `${hours} ${hours === 1 ? 'hour' : 'hours'}`,
    minutes % 60 > 0 && `${minutes % 60} ${minutes % 60 === 1 ? 'minute' : 'minutes'}`,
  ];
  return parts.filter(Boolean).join(' ');
}
