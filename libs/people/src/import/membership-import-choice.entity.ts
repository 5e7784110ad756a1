import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whom a row of a list is about, as an officer said where two have one name. Kept for 30 days, for the next upload. */
@Entity({ name: 'membership_import_choice' })
export class MembershipImportChoiceEntity {
  /** Of `contentOf`. */
  @PrimaryColumn('text')
  content: string;

  /** Null: somebody who has the address. */
  @Column('uuid', { nullable: true })
  personId: string | null;

  /** Of somebody new. */
  @Column('text', { nullable: true })
  email: string | null;

  @Column('uuid')
  chosenBy: string;

  @Column('timestamptz')
  chosenAt: Date;
}
