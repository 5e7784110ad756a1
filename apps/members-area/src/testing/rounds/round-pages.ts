import { Injectable } from '@nestjs/common';
import type { Role } from '@induct/people';
import { Clock } from '@induct/platform';
import { FindingQueries, type RoundDetail, RoundNotFound, RoundQueries } from '@induct/steering';
import type { FormProblems } from '../../forms/form-problems';
import { isId } from '../../frame/not-here';
import { pageOrLast } from '../../lists/page-or-last';
import { WORKERS } from '../readers';
import { asked, type FindingsFilter } from './findings-filter';
import { RoundHostsQueries } from './round-hosts.queries';
import { type RoundChoices, RoundChoicesQueries } from './round.queries';
import { mayRead, type Reader } from '../round.rights';
import { FINDINGS_PER_PAGE, roundView } from './round.view';

/** Who only reads chooses nothing. */
const NO_CHOICES: RoundChoices = { parts: [], others: [] };

interface Shown {
  done?: unknown;
  form?: Record<string, unknown>;
  problems?: FormProblems;
}

/** Puts the page of a round together: after a link, and again after a form that did not fit. */
@Injectable()
export class RoundPages {
  constructor(
    private readonly rounds: RoundQueries,
    private readonly findingRows: FindingQueries,
    private readonly choices: RoundChoicesQueries,
    private readonly hosts: RoundHostsQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws RoundNotFound, also when it is not theirs to see */
  async find(roundId: string, reader: Reader): Promise<RoundDetail> {
    const round = isId(roundId) ? await this.rounds.find(roundId) : undefined;
    if (!round || !mayRead(round.testersList, reader)) throw new RoundNotFound();
    return round;
  }

  async show(roundId: string, reader: Reader, filter: FindingsFilter, shown: Shown) {
    if (!isId(roundId)) throw new RoundNotFound();
    // At the same time: that it is not theirs to see, if so, is found out before anything is shown.
    const [round, { findings, total, page }, { parts, others }, hosts] = await Promise.all([
      this.find(roundId, reader),
      this.findings(roundId, filter),
      reader.roles.some((role) => (WORKERS as readonly Role[]).includes(role)) ? this.choices.of(roundId) : NO_CHOICES,
      this.hosts.of(roundId),
    ]);
    const at = { ...filter, page };
    const now = this.clock.now();
    return roundView({ ...shown, round, reader, filter: at, findings, total, parts, others, hosts, now });
  }

  private findings(roundId: string, filter: FindingsFilter) {
    const read = (page: number) => {
      const paging = { limit: FINDINGS_PER_PAGE, offset: (page - 1) * FINDINGS_PER_PAGE };
      return this.findingRows.ofRound(roundId, paging, asked(filter));
    };
    return pageOrLast(read, filter.page, FINDINGS_PER_PAGE);
  }
}
