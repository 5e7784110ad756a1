import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Another council, or a body, whose people may be guests. */
@Entity({ name: 'partner' })
export class PartnerEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  /** Whom one asks there, in words; may be empty. */
  @Column('text')
  contact: string;

  @Column('timestamptz')
  recordedAt: Date;

  /** Null: Induct itself, for a demo council. */
  @Column('uuid', { nullable: true })
  recordedBy: string | null;
}
