import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That somebody is to be told that what they showed counts no more. */
@Entity({ name: 'withdrawal_letter' })
export class WithdrawalLetterEntity {
  @PrimaryColumn('uuid')
  evidenceId: string;

  /** Null: it waits for the hours in which letters are written. */
  @Column('timestamptz', { nullable: true })
  writtenAt: Date | null;
}
