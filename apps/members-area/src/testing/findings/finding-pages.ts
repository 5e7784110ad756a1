import { Injectable } from '@nestjs/common';
import { PeopleService } from '@induct/people';
import { type LogMeaning, meaningOf } from '@induct/scorm';
import { type FindingDetail, FindingNotFound, FindingQueries, Previews } from '@induct/steering';
import { isId } from '../../frame/not-here';
import type { Reader } from '../round.rights';
import { FindingChoicesQueries } from './finding-choices.queries';
import { mayReadFinding } from './finding.rights';
import { type FindingPage, findingView } from './finding.view';
import { meaningView } from './log.view';
import { peopleIn } from './thread.view';

/** Longer logs are not explained: the supplier's bundle does that. */
const MOST_CALLS = 20_000;

/** Puts the page of a finding together: after a link, and again after a form that did not fit. */
@Injectable()
export class FindingPages {
  constructor(
    private readonly findings: FindingQueries,
    private readonly previews: Previews,
    private readonly people: PeopleService,
    private readonly rows: FindingChoicesQueries,
  ) {}

  /** @throws FindingNotFound, also when it is not theirs to see */
  async find(findingId: string, reader: Reader): Promise<FindingDetail> {
    const finding = isId(findingId) ? await this.findings.find(findingId) : undefined;
    if (!finding || !mayReadFinding(finding, reader)) throw new FindingNotFound();
    return finding;
  }

  async show(
    finding: FindingDetail,
    reader: Reader,
    shown: Pick<FindingPage, 'done' | 'act' | 'form' | 'problems'> = {},
  ) {
    const [names, assignees, meaning] = await Promise.all([
      this.people.names(peopleIn(finding.thread)),
      reader.roles.includes('officer') ? this.rows.officers() : [],
      this.explained(finding),
    ]);
    return findingView({ ...shown, finding, reader, names, assignees, meaning });
  }

  /** What the part of the log that belongs to a finding means; undefined when there is none, or it is very long. */
  async meaning({ previewId, logFrom, logTo }: FindingDetail): Promise<LogMeaning[] | undefined> {
    if (!previewId || logTo === null || logTo - (logFrom ?? 1) >= MOST_CALLS) return undefined;
    const [standard, calls] = await Promise.all([
      this.previews.standardOf(previewId),
      this.previews.calls(previewId, logFrom ?? undefined, logTo),
    ]);
    return standard && meaningOf(standard, calls);
  }

  private async explained(finding: FindingDetail) {
    const [meaning, titles] = await Promise.all([this.meaning(finding), this.rows.parts(finding.versionId)]);
    return meaning && meaningView(meaning, finding.id, finding.logFrom ?? 1, titles);
  }
}
