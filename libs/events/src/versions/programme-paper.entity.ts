import type { Language } from '@induct/platform';
import { Printed } from '@induct/printing';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The PDF of a version in one language: the wish for it, and the one that is made. */
@Entity({ name: 'programme_paper' })
export class ProgrammePaperEntity extends Printed {
  /** What was printed before there was another language has its version's. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  versionId: string;

  @Column('text')
  language: Language;
}
