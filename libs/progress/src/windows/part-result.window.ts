import { ViewColumn, ViewEntity } from 'typeorm';
import type { ScoResultState } from '../attempt/sco-state';

/** What one part (SCO) of an attempt has reported. */
@ViewEntity({ name: 'part_result', synchronize: false })
export class PartResult {
  @ViewColumn()
  attemptId: string;

  @ViewColumn()
  sco: string;

  @ViewColumn()
  result: ScoResultState;
}
