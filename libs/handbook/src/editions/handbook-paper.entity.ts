import type { Language } from '@induct/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A printed copy of an edition for a district, in one language: the wish for it, and the PDF once it is made. Made once: a trigger sees to that. */
@Entity({ name: 'handbook_paper' })
export class HandbookPaperEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  editionId: string;

  /** Null: what everybody is told, for members without a district. */
  @Column('text', { nullable: true })
  district: string | null;

  @Column('text')
  language: Language;

  @Column('timestamptz')
  wantedAt: Date;

  /** The worker that prints it at present. */
  @Column('uuid', { nullable: true })
  leasedBy: string | null;

  @Column('timestamptz', { nullable: true })
  leasedUntil: Date | null;

  @Column('integer')
  attempts: number;

  @Column('text', { nullable: true })
  error: string | null;

  /** Named before the file is in the store. */
  @Column('bytea', { nullable: true })
  sha256: Buffer | null;

  @Column('integer', { nullable: true })
  bytes: number | null;

  /** Null: it is not printed yet. */
  @Column('timestamptz', { nullable: true })
  madeAt: Date | null;
}
