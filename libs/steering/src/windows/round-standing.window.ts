import { ViewColumn, ViewEntity } from 'typeorm';
import type { ChecklistItem } from '../rules/round';

/** A round of testing, and what its testers have said. */
@ViewEntity({ name: 'round_standing', synchronize: false })
export class RoundStanding {
  @ViewColumn()
  id: string;

  @ViewColumn()
  courseId: string;

  /** Under test. */
  @ViewColumn()
  versionId: string;

  /** Counts the rounds of the course. */
  @ViewColumn()
  number: number;

  @ViewColumn()
  state: 'open' | 'closed';

  /** As it was asked. */
  @ViewColumn()
  checklist: ChecklistItem[];

  /** How many sign-offs it asks for. */
  @ViewColumn()
  quorum: number;

  @ViewColumn()
  deadline: Date;

  @ViewColumn()
  openedBy: string;

  @ViewColumn()
  openedAt: Date;

  @ViewColumn()
  closedAt: Date | null;

  @ViewColumn()
  closedWhy: 'quorum' | 'deadline' | 'officer' | null;

  /** How many were asked; a bigint. */
  @ViewColumn()
  testers: string;

  /** How many signed off exactly these bytes; a bigint. */
  @ViewColumn()
  signedOff: string;

  /** A bigint. */
  @ViewColumn()
  refused: string;

  /** How many were raised in it; a bigint. */
  @ViewColumn()
  findings: string;
}
