import { Injectable } from '@nestjs/common';
import { Clock } from '@induct/platform';
import { DataSource } from 'typeorm';

/** What may want somebody's attention, counted. */
export interface Attention {
  uploadsRunning: number;
  /** Refused or interrupted within the last week. */
  uploadsRefused: number;
  /** Modules whose newest version nobody has published. */
  drafts: number;
  certificatesFailed: number;
  lettersFailed: number;
  /** Certificates that one officer wants revoked, in force until another confirms. */
  revocationsProposed: number;
  /** Completions that are hard to believe: no certificate comes of one until an officer has looked. */
  completionsToLookAt: number;
  certificatesInForce: number;
  /** Changes to people and to the quorum that wait for a second person. */
  changesProposed: number;
  /** Within the last week. */
  changedByTwo: number;
  /** Roles that were given by one person alone, and are still held. */
  grantedAlone: number;
}

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

@Injectable()
export class OverviewQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async attention(): Promise<Attention> {
    const now = this.clock.now();
    const [row] = await this.source.query<Attention[]>(
      `select
         (select count(*)::int from package_upload where state in ('receiving', 'waiting', 'importing')) as "uploadsRunning",
         (select count(*)::int from package_upload
           where state in ('refused', 'failed') and created_at > $1) as "uploadsRefused",
         (select count(*)::int from course c
           where (select v.state from course_version v where v.course_id = c.id
                   order by v.number desc limit 1) = 'draft') as drafts,
         (select count(*)::int from certificate
           where rendered_at is null and render_error is not null and state = 'issued') as "certificatesFailed",
         (select count(*)::int from mail
           where sent_at is null and last_error is not null and forgotten_at is null) as "lettersFailed",
         (select count(*)::int from revocation v join certificate c on c.id = v.certificate_id
           where v.confirmed_at is null and v.withdrawn_at is null and c.state = 'issued') as "revocationsProposed",
         (select count(*)::int from completion_in_doubt where waits) as "completionsToLookAt",
         (select count(*)::int from certificate c join award a on a.id = c.award_id
           where c.state = 'issued' and a.valid_until >= ($2::timestamptz at time zone 'Europe/London')::date
         ) as "certificatesInForce",
         (select count(*)::int from desk_proposal where outcome is null) as "changesProposed",
         (select count(*)::int from desk_proposal
           where outcome in ('agreed', 'alone') and decided_at > $1) as "changedByTwo",
         (select count(*)::int from person_role where granted_alone) as "grantedAlone"`,
      [new Date(now.getTime() - WEEK_MS), now],
    );
    return row!;
  }
}
