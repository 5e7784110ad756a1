import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LinkOutcome } from './link-state';

/** What came of looking at an address. */
@Entity({ name: 'link_check' })
export class LinkCheckEntity {
  @PrimaryColumn('text')
  url: string;

  @Column('timestamptz')
  checkedAt: Date;

  /** When it is looked at again. */
  @Column('timestamptz')
  nextAt: Date;

  @Column('text')
  outcome: LinkOutcome;

  /** What was in the way, in a word. */
  @Column('text', { nullable: true })
  why: string | null;

  /** What the server answered, when it did. */
  @Column('smallint', { nullable: true })
  status: number | null;

  /** The first of the looks that failed, one after the other. */
  @Column('timestamptz', { nullable: true })
  failingSince: Date | null;
}
