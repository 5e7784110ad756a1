import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProgrammeFacts } from './programme-facts';
import type { VersionState } from './version-state';

/** A programme as it was planned at one moment. Only its state changes: a trigger sees to that. */
@Entity({ name: 'programme_version' })
export class ProgrammeVersionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  programmeId: string;

  /** From 1, within its programme. */
  @Column('integer')
  number: number;

  @Column('jsonb')
  facts: ProgrammeFacts;

  @Column('text')
  state: VersionState;

  @Column('timestamptz')
  frozenAt: Date;

  @Column('uuid')
  frozenBy: string;

  @Column('timestamptz', { nullable: true })
  proposedAt: Date | null;

  @Column('uuid', { nullable: true })
  proposedBy: string | null;

  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;

  @Column('uuid', { nullable: true })
  publishedBy: string | null;
}
