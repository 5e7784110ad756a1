import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type History, HistoryRepository } from '../awards/history.repository';
import { SchemeRepository } from '../awards/scheme.repository';
import { inOrder } from '../rules/levels';
import { draftOf, type VersionInWork } from './draft';
import { type Change, ForecastDigest, forecastOf, type ForecastRow } from './forecast';
import { NothingIsDrafted, SchemesGoInACircle } from './scheme.errors';

/** People between two pauses, in which others have their turn. */
const BETWEEN_TURNS = 500;

/** Works out what a version would do. */
@Injectable()
export class Forecasting {
  constructor(
    private readonly schemes: SchemeRepository,
    private readonly histories: HistoryRepository,
  ) {}

  /**
   * The version among those in effect on its day.
   * @throws SchemesGoInACircle, NothingIsDrafted when it says no day
   */
  async change(tx: EntityManager, version: VersionInWork): Promise<Change> {
    const { effectiveFrom: day } = version;
    if (day === null) throw new NothingIsDrafted();
    const draft = draftOf(version);
    const unchanged = await this.schemes.inEffect(tx, day);
    const changed = inOrder([...unchanged.filter(({ schemeId }) => schemeId !== draft.schemeId), draft]);
    if (!changed) throw new SchemesGoInACircle();
    return { draft, day, changed, unchanged };
  }

  /** As it is recorded now, with what is a core skill on the day of the change. */
  everybody(tx: EntityManager, { day }: Change): Promise<History[]> {
    return this.histories.everybody(tx, day);
  }

  /** Everybody to whom it does something, and the digest of all of it. @param tell how many were looked at, with their rows */
  async forecast(
    change: Change,
    histories: readonly History[],
    tell: (rows: ForecastRow[], done: number) => Promise<void> | void = () => {},
  ): Promise<{ rows: ForecastRow[]; digest: string }> {
    const digest = new ForecastDigest(change);
    const all: ForecastRow[] = [];
    for (let from = 0; from < histories.length; from += BETWEEN_TURNS) {
      const batch = histories.slice(from, from + BETWEEN_TURNS);
      const rows = batch.flatMap((history) => forecastOf(change, history) ?? []);
      for (const row of rows) digest.add(row);
      all.push(...rows);
      await tell(rows, from + batch.length);
      await turn();
    }
    return { rows: all, digest: digest.end() };
  }
}
