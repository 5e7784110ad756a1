import { ViewColumn, ViewEntity } from 'typeorm';
import type { Day } from '@induct/platform';
import type { RegisterState } from '../certificate/validity';

/** A certificate, and where it stands. Whether it is valid on a day says `certificate_validity(state, valid_until, day)`. */
@ViewEntity({ name: 'certificate_standing', synchronize: false })
export class CertificateStanding {
  @ViewColumn()
  id: string;

  @ViewColumn()
  personId: string;

  @ViewColumn()
  number: string;

  /** Its name. */
  @ViewColumn()
  scheme: string;

  /** Of the scheme. */
  @ViewColumn()
  edition: string;

  @ViewColumn()
  awardedAt: Date;

  @ViewColumn()
  issuedAt: Date;

  /** The last day; null: it has no end. */
  @ViewColumn()
  validUntil: Day | null;

  /** What the register says. */
  @ViewColumn()
  state: RegisterState;

  /** Its document is there. */
  @ViewColumn()
  rendered: boolean;

  /** In force, and its document could not be made. */
  @ViewColumn()
  failed: boolean;
}
