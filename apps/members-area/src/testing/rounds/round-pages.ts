import { Injectable } from '@nestjs/common';
import { Clock } from '@induct/platform';
import { FindingQueries, type RoundDetail, RoundNotFound, RoundQueries } from '@induct/steering';
import type { FormProblems } from '../../admin/form-problems';
import { isId } from '../../admin/not-here';
import { pageOrLast } from '../page-or-last';
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
    const round = await this.find(roundId, reader);
    const { preview, run } = mayDo(round, reader);
    const [{ findings, total, page }, { parts, others }] = await Promise.all([
      pageOrLast((wanted) => this.findings(round.id, filter, wanted), filter.page, FINDINGS_PER_PAGE),
      preview || run ? this.choices.of(round.id) : { parts: [], others: [] },
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
