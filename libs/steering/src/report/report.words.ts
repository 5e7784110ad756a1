/** `1 tester`, `3 testers`. */
export const counted = (count: number, one: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : `${one}s`}`;

/** `3.5 hours`. */
export function hours(seconds: number): string {
  const tenths = Math.round(seconds / 360) / 10;
  if (tenths === 0) return seconds > 0 ? 'under 0.1 hours' : '0 hours';
  return `${tenths.toLocaleString('en-GB')} ${tenths === 1 ? 'hour' : 'hours'}`;
}

/** `1 hour 5 minutes`. */
export function timeSpent(seconds: number): string {
  if (seconds < 60) return seconds > 0 ? 'Under a minute' : 'None';
  const minutes = Math.round(seconds / 60);
  const parts = [
    minutes >= 60 && counted(Math.floor(minutes / 60), 'hour'),
    minutes % 60 > 0 && counted(minutes % 60, 'minute'),
  ];
  return parts.filter(Boolean).join(' ');
}
