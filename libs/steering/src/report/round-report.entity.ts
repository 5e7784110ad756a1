import { Printed } from '@induct/printing';
import { Entity, PrimaryColumn } from 'typeorm';

/** The PDF of a round: the wish for it, and the one that is made. */
@Entity({ name: 'round_report' })
export class RoundReportEntity extends Printed {
  @PrimaryColumn('uuid')
  roundId: string;
}
