import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody invited to a round. */
@Entity({ name: 'test_round_tester' })
export class TestRoundTesterEntity {
  @PrimaryColumn('uuid')
  roundId: string;

  @PrimaryColumn('uuid')
  personId: string;

  @Column('timestamptz')
  invitedAt: Date;

  @Column('timestamptz', { nullable: true })
  nudgedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  couldNotFinishAt: Date | null;

  @Column('text', { nullable: true })
  couldNotFinishWhy: string | null;
}
