import type { Day } from '@induct/platform';
import { overlap, type Period } from '../../council/period';
import type { ReadRow } from '../reading/read-row';
import { dayBefore } from './seat-change';

/** Who stands in which row for which body: once at a time. */
export class Claims {
  private readonly rows = new Map<string, (Period & { number: number })[]>();

  /** @param day from when on counts what is said without one */
  constructor(private readonly day: Day) {}

  /** @returns the row in which the same person stands for the same body at the same time */
  before(personId: string, place: string, row: ReadRow): number | undefined {
    const period = this.periodOf(row);
    return this.rows.get(`${personId} ${place}`)?.find((claim) => overlap(claim, period))?.number;
  }

  add(personId: string, place: string, row: ReadRow): void {
    const key = `${personId} ${place}`;
    this.rows.set(key, [...(this.rows.get(key) ?? []), { number: row.number, ...this.periodOf(row) }]);
  }

  private periodOf({ from = this.day, until }: ReadRow): Period {
    return { from: until !== undefined && until <= from ? dayBefore(until) : from, until: until ?? null };
  }
}
