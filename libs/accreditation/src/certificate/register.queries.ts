import { Injectable } from '@nestjs/common';
import { NAME_IS_FOUND, nameSearch } from '@induct/people';
import { Clock, dayInLondon } from '@induct/platform';
import { DataSource } from 'typeorm';
import { CERTIFICATE, type Certificate, REVOCATION_WAITS, SUSPENSION_WAITS } from './certificate';
import type { Validity } from './validity';

export interface RegisterFilter {
  /** `proposed`: it waits to be revoked; `suspending`: it waits to be suspended. Both count until then. */
  state?: Validity | Proposed | undefined;
  /** Part of the holder's name or of the number. */
  q?: string | undefined;
  /** From 1. */
  page: number;
}

export const REGISTER_PAGE_SIZE = 50;

/** What the public is told, as validityOf has it; $1 is the day in London. */
const VALIDITY = `certificate_validity(c.state, (c.facts ->> 'validUntil')::date, $1::date)`;

type Proposed = 'proposed' | 'suspending';

const STATES: Record<Validity | Proposed, string> = {
  valid: `${VALIDITY} = 'valid'`,
  expired: `${VALIDITY} = 'expired'`,
  proposed: `c.state in ('issued', 'suspended') and ${REVOCATION_WAITS} and $1::date is not null`,
  suspending: `c.state = 'issued' and ${SUSPENSION_WAITS} and $1::date is not null`,
  suspended: `c.state = 'suspended' and $1::date is not null`,
  replaced: `c.state = 'replaced' and $1::date is not null`,
  revoked: `c.state = 'revoked' and $1::date is not null`,
};

@Injectable()
export class RegisterQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** One page of the register, the newest first, and how many there are. */
  async page({ state, q, page }: RegisterFilter): Promise<{ certificates: Certificate[]; total: number }> {
    const words = (q ?? '').trim().replace(/[\\%_]/g, '\\$&');
    const condition = `${state ? STATES[state] : '$1::date is not null'}
      and ($2 = '' or ${NAME_IS_FOUND('c.holder_folded', '$3')}
           or replace(c.number, '-', '') ilike '%' || regexp_replace($2, '[^0-9A-Za-z]', '', 'g') || '%'
              and $2 ~ '[0-9A-Za-z]')`;
    const values = [dayInLondon(this.clock.now()), words, nameSearch(q) ?? []];
    const [count] = await this.source.query<{ total: number }[]>(
      `select count(*)::int as total from certificate c where ${condition}`,
      values,
    );
    const certificates = await this.source.query<Certificate[]>(
      `select ${CERTIFICATE} from certificate c where ${condition}
        order by c.issued_at desc, c.id limit $4 offset $5`,
      [...values, REGISTER_PAGE_SIZE, REGISTER_PAGE_SIZE * (Math.max(1, page) - 1)],
    );
    return { certificates, total: count?.total ?? 0 };
  }

  /** Certificates whose printing failed, and letters that could not be sent, the newest first. */
  failures(limit = 100): Promise<FailedJob[]> {
    return this.source.query<FailedJob[]>(
      `select * from (
         select 'certificate' as kind, id, number as about, render_error as error, render_attempts as attempts,
                issued_at as since
           from certificate where render_error is not null and rendered_at is null and state = 'issued'
         union all
         select 'mail', id, subject, last_error, attempts, created_at
           from letter_standing where failed
       ) failed order by since desc, id limit $1`,
      [limit],
    );
  }
}

/** Work that went wrong, as the tables know it: the queue may have forgotten. */
export interface FailedJob {
  kind: 'certificate' | 'mail';
  id: string;
  /** The certificate's number, or the letter's subject. */
  about: string;
  error: string;
  attempts: number;
  since: Date;
}
