import { Injectable } from '@nestjs/common';
import type { Role } from '@induct/people';
import type { RoundReport } from './report';
import type {
  FindingDetail,
  FindingRow,
  FindingsInMonth,
  Paging,
  ReadyVersion,
  RoundDetail,
  RoundRow,
  RoundsFilter,
  SteeringHome,
} from './steering.rows';

/** What pages ask about testing. Reads only; one query a page. */
@Injectable()
export class SteeringQueries {
  round(_roundId: string): Promise<RoundDetail | undefined> {
    throw new Error('Not written yet');
  }

  roundsPage(_filter: RoundsFilter, _paging: Paging): Promise<{ rounds: RoundRow[]; total: number }> {
    throw new Error('Not written yet');
  }

  homeFor(_personId: string, _roles: readonly Role[]): Promise<SteeringHome> {
    throw new Error('Not written yet');
  }

  /** The round's own and those carried into it from earlier rounds, the blocking and unsettled first. */
  findingsOfRound(_roundId: string, _paging: Paging): Promise<{ findings: FindingRow[]; total: number }> {
    throw new Error('Not written yet');
  }

  finding(_findingId: string): Promise<FindingDetail | undefined> {
    throw new Error('Not written yet');
  }

  readyToPublish(): Promise<ReadyVersion[]> {
    throw new Error('Not written yet');
  }

  findingsOverTime(): Promise<FindingsInMonth[]> {
    throw new Error('Not written yet');
  }

  /** The last round on a version. */
  versionsRound(_versionId: string): Promise<RoundRow | undefined> {
    throw new Error('Not written yet');
  }

  report(_roundId: string): Promise<RoundReport | undefined> {
    throw new Error('Not written yet');
  }
}
