import { Injectable } from '@nestjs/common';
import { type Day, planned } from '@induct/platform';
import { DataSource } from 'typeorm';
import { type AskedState, type Verdict, verdictOf } from './verdict';
import { PLACED, type PlacedParameters, type PlacedRow } from './who-may-sit.sql';

/** What is asked, with what it is called; null of the statutory certificate. */
export type NamedState = AskedState & { title: string | null };

/** Somebody who has a place on a body on the day. */
export interface Sitter extends Verdict<NamedState> {
  personId: string;
  name: string;
  bodyId: string;
}

/** What is asked about. */
export interface SittingAsked {
  day: Day;
  /** As it was known then. */
  knownAt: Date;
  /** Left out: all bodies but political groups. */
  bodyIds?: readonly string[];
  /** Left out: everybody. */
  personId?: string;
}

/** Who may sit: one statement for a body, for the whole council, or for one person. */
@Injectable()
export class WhoMaySit {
  constructor(private readonly source: DataSource) {}

  /** Everybody with a place, whether they may or not: by name. */
  async on({ day, knownAt, bodyIds, personId }: SittingAsked): Promise<Sitter[]> {
    const parameters: PlacedParameters = [bodyIds ?? null, day, knownAt, personId ?? null];
    return sittersOf(await planned<PlacedRow>(this.source, 'who-may-sit', PLACED, parameters));
  }
}

export const sittersOf = (rows: readonly PlacedRow[]): Sitter[] =>
  rows.map(({ personId, name, bodyId, asked, by, capacity, lastDay }) => ({
    personId,
    name,
    bodyId,
    ...verdictOf({ by, capacity, lastDay }, asked ?? []),
  }));
