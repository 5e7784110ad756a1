import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody of the council. */
@Entity({ name: 'person' })
export class PersonEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  /** One address, one person, whatever its capitals. */
  @Column('text')
  email: string;

  /** Nobody outside the council's membership has one. */
  @Column('text', { nullable: true })
  politicalGroup: string | null;

  @Column('text', { nullable: true })
  district: string | null;

  @Column('text', { nullable: true })
  division: string | null;

  /** Demo councils only: what the sign-in button of this person says. */
  @Column('text', { nullable: true })
  persona: string | null;

  @Column('timestamptz')
  createdAt: Date;

  /** They cannot sign in; what they did and got stays. */
  @Column('timestamptz', { nullable: true })
  deactivatedAt: Date | null;

  /** As the council's other system knows them; one number, one person. */
  @Column('text', { nullable: true })
  externalId: string | null;

  /** Kept by the database, to find and to sort by: see foldName. */
  @Column({ type: 'text', insert: false, update: false })
  nameFolded: string;
}
