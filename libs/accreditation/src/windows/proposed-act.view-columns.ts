import { ViewColumn } from 'typeorm';

/** That something is to be done to a certificate: one officer proposes it, another confirms. */
export abstract class ProposedActView {
  @ViewColumn()
  id: string;

  @ViewColumn()
  certificateId: string;

  @ViewColumn()
  reason: string;

  @ViewColumn()
  proposedBy: string;

  @ViewColumn()
  proposedAt: Date;

  /** Neither confirmed nor withdrawn. */
  @ViewColumn()
  waits: boolean;
}
