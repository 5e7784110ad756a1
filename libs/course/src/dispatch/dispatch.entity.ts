import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A published version that a partner council plays in its own learning system. */
@Entity({ name: 'dispatch' })
export class DispatchEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  versionId: string;

  /** Who it is for, as it was typed. */
  @Column('text')
  partner: string;

  /** Websites that may show it: `https://learning.example.gov.uk`. None: any that is https. */
  @Column('text', { array: true })
  sites: string[];

  /** The last day on which it can be opened. */
  @Column('date')
  endsOn: string;

  /** How often it may be opened in all; null: as often as they like. */
  @Column('integer', { nullable: true })
  mostLaunches: number | null;

  /** How often it was opened. */
  @Column('integer')
  launches: number;

  /** Makes the passes by which its files are asked for: see pass.rules.ts. */
  @Column('bytea')
  filesKey: Buffer;

  @Column('uuid')
  madeBy: string;

  @Column('timestamptz')
  madeAt: Date;

  @Column('uuid', { nullable: true })
  revokedBy: string | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
