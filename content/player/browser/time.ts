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
