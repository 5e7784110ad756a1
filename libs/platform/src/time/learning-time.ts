import { formatDuration } from 'date-fns/formatDuration';

/** Seconds of learning as people say them: `25 minutes`, `1 hour 5 minutes`, `less than a minute`, `none`. */
export function learningTime(seconds: number): string {
  if (seconds < 60) return seconds > 0 ? 'less than a minute' : 'none';
  const minutes = Math.round(seconds / 60);
  return formatDuration({ hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
