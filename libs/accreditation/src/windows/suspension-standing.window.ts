import { ViewColumn, ViewEntity } from 'typeorm';
import { ProposedActView } from './proposed-act.view-columns';

/** That a certificate does not count for now: one officer proposes, another confirms, one lifts it. */
@ViewEntity({ name: 'suspension_standing', synchronize: false })
export class SuspensionStanding extends ProposedActView {
  /** Since when the certificate is suspended by it; null when it is not. */
  @ViewColumn()
  since: Date | null;
}
