import { Printed } from '@induct/printing';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The sign-in sheet of a session as a PDF: the wish for it, and the one that is made. */
@Entity({ name: 'sign_in_sheet' })
export class SignInSheetEntity extends Printed {
  @PrimaryColumn('uuid')
  sessionId: string;

  /** SHA-256 of what the PDF says, see `fingerprint`. */
  @Column('bytea', { nullable: true })
  says: Buffer | null;
}
