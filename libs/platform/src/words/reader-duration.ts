import { learningTime } from '../time/learning-time';
import { counted } from './counted';
import { readersLanguage } from './language';
import { said, w } from './said';

/** `25 minutes`, `1 hour 5 minutes`, `less than a minute`: for whoever reads it. @param seconds of learning */
export function readerDuration(seconds: number): string {
  if (readersLanguage() === 'en') return learningTime(seconds);
  if (seconds < 60) return said(learningTime(seconds));
  const minutes = Math.round(seconds / 60);
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (whole === 0) return counted(rest, 'minute');
  return rest === 0 ? counted(whole, 'hour') : w`${counted(whole, 'hour')} ${counted(rest, 'minute')}`;
}
