import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who signs certificates, for a time. */
@Entity({ name: 'signatory' })
export class SignatoryEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  office: string;

  @Column('text', { nullable: true })
  officeCy: string | null;

  /** A drawing in content/certificates/signatures, which ships. */
  @Column('text', { nullable: true })
  signature: string | null;

  /** Of the signature: the id of a picture. With neither there is a line to sign on. */
  @Column('text', { nullable: true })
  picture: string | null;

  /** 1 stands first: one in each place a day. */
  @Column('integer')
  place: 1 | 2;

  @Column('daterange')
  during: string;

  /** Null: it was a setting before. */
  @Column('uuid', { nullable: true })
  recordedBy: string | null;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('uuid', { nullable: true })
  supersededBy: string | null;

  /** It was corrected, or given an end. */
  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
