import { type Times } from '../times/read-times';

/** How a day of talks with one person at a time is cut. */
export interface SlotPlan {
  /** `09:30`. */
  from: string;
  to: string;
  /** Of each talk. */
  minutes: number;
  /** In any order; what has no end is no break. */
  breaks: readonly Times[];
}

const inMinutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const written = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The talks of one host, one after the other: each as long as planned, none into a break, none beyond the end. */
export function slotsOf({ from, to, minutes, breaks }: SlotPlan): { from: string; to: string }[] {
  const pauses = breaks
    .flatMap((pause) => (pause.to === null ? [] : [{ from: inMinutes(pause.from), to: inMinutes(pause.to) }]))
    .toSorted((a, b) => a.from - b.from);
  const slots: { from: string; to: string }[] = [];
  let at = inMinutes(from);
  while (at + minutes <= inMinutes(to)) {
    const begins = at;
    const pause = pauses.find((one) => one.from < begins + minutes && one.to > begins);
    if (pause) at = pause.to;
    else {
      slots.push({ from: written(at), to: written(at + minutes) });
      at += minutes;
    }
  }
  return slots;
}
