import type { SessionBooking } from '@induct/events';

/**
 * What must never be so at a session, in words; empty when all is well.
 * @param many how many places it has, all for the same kind of people
 */
export function wrongWith(all: readonly SessionBooking[], many: number): string[] {
  const booked = all.filter(({ state }) => state === 'booked');
  const waiting = all.filter(({ state }) => state === 'waiting');
  const stands = [...booked, ...waiting].map(({ personId }) => personId);
  const numbers = all.map(({ number }) => number).toSorted((a, b) => a - b);
  const said: [boolean, string][] = [
    [booked.length > many, `${booked.length} have one of ${many} places`],
    [
      booked.length < many && waiting.length > 0,
      `${waiting.length} wait while ${many - booked.length} places are free`,
    ],
    [new Set(stands).size < stands.length, 'somebody is there twice'],
    [numbers.some((number, at) => number !== at + 1), 'numbers are missing or doubled'],
  ];
  return said.filter(([is]) => is).map(([, words]) => words);
}
