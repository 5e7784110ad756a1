import { Printed } from '@induct/printing';
import { Entity, PrimaryColumn } from 'typeorm';

/** The PDF of a version: the wish for it, and the one that is made. */
@Entity({ name: 'programme_paper' })
export class ProgrammePaperEntity extends Printed {
  @PrimaryColumn('uuid')
  versionId: string;
}
