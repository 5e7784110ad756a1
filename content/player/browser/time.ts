const two = (number: number) => String(Math.floor(number)).padStart(2, '0');

/** CMITimespan of SCORM 1.2: HHHH:MM:SS.SS, at most what it can hold. */
export function timespan(seconds: number): string {
  const hundredths = Math.min(Math.round(seconds * 100), 9999 * 360_000 + 359_999);
  const rest = hundredths % 6000;
  const hours = String(Math.floor(hundredths / 360_000)).padStart(4, '0');
  return `${hours}:${two((hundredths % 360_000) / 6000)}:${two(rest / 100)}.${two(rest % 100)}`;
}

/** CMITime of SCORM 1.2: the time of day, HH:MM:SS. */
export function timeOfDay(date: Date): string {
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** timeinterval (second, 10,2) of SCORM 2004: PT1H5M3.25S (RTE 4.1.1.7). */
export function timeInterval(seconds: number): string {
  const hundredths = Math.max(0, Math.round(seconds * 100));
  const hours = Math.floor(hundredths / 360_000);
  const minutes = Math.floor((hundredths % 360_000) / 6000);
  const rest = (hundredths % 6000) / 100;
  return `PT${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${rest}S`;
}

/** time (second, 10,0) of SCORM 2004. A time zone is allowed only behind a fraction of a second (RTE 4.1.1.6). */
export function timestamp(date: Date): string {
  return date.toISOString().replace(/\d\dZ$/, 'Z');
}
