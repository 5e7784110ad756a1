import { Injectable } from '@nestjs/common';
import type { HostAgreed } from '@induct/course';
import { DataSource } from 'typeorm';

/** A website that the version under test may load from. */
export type RoundHost = Pick<HostAgreed, 'host' | 'uses' | 'reason' | 'agreedAt'>;

@Injectable()
export class RoundHostsQueries {
  constructor(private readonly source: DataSource) {}

  of(roundId: string): Promise<RoundHost[]> {
    return this.source.query<RoundHost[]>(
      `select h.host, h.uses, h.reason, h.agreed_at as "agreedAt"
         from round_standing r join host_agreed h on h.version_id = r.version_id
        where r.id = $1 order by h.host`,
      [roundId],
    );
  }
}
