import { Injectable } from '@nestjs/common';
import { Clock } from '@induct/platform';
import { FindingQueries, type RoundDetail, RoundNotFound, RoundQueries } from '@induct/steering';
import type { FormProblems } from '../../admin/form-problems';
import { isId } from '../../admin/not-here';
import { pageWithin } from '../../admin/paging';
import { asked, type FindingsFilter } from './findings-filter';
import { RoundChoicesQueries } from './round.queries';
import { mayDo, mayRead, type Reader } from './round.rights';
import { FINDINGS_PER_PAGE, roundView } from './round.view';

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
    private readonly clock: Clock,
  ) {}

  /** @throws RoundNotFound, also when it is not theirs to see */
  async find(roundId: string, reader: Reader): Promise<RoundDetail> {
    const round = isId(roundId) ? await this.rounds.find(roundId) : undefined;
    if (!round || !mayRead(round, reader)) throw new RoundNotFound();
    return round;
  }

  async show(roundId: string, reader: Reader, filter: FindingsFilter, shown: Shown) {
    const [round, first] = await Promise.all([
      this.find(roundId, reader),
      isId(roundId) ? this.findings(roundId, filter, filter.page) : undefined,
    ]);
    const page = pageWithin(filter.page, FINDINGS_PER_PAGE, first!.total);
    const { preview, run } = mayDo(round, reader);
    const [{ findings, total }, { parts, others }] = await Promise.all([
      page === filter.page ? first! : this.findings(roundId, filter, page),
      preview || run ? this.choices.of(roundId) : { parts: [], others: [] },
    ]);
    return {
      ...roundView({
        ...shown,
        round,
        reader,
        filter: { ...filter, page },
        findings,
        total,
        parts,
        others,
        now: this.clock.now(),
      }),
    };
  }

  private findings(roundId: string, filter: FindingsFilter, page: number) {
    const paging = { limit: FINDINGS_PER_PAGE, offset: (page - 1) * FINDINGS_PER_PAGE };
    return this.findingRows.ofRound(roundId, paging, asked(filter));
  }
}
