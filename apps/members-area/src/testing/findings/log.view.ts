import { callInWords, clockOf, type LogMeaning, type RunTimeCall, type Standard } from '@induct/scorm';
import type { FindingDetail } from '@induct/steering';
import { address, paging } from '../../lists/paging';
import { roundLink, type Tag } from '../words';

export const CALLS_PER_PAGE = 100;
/** How many calls a sentence leads to. */
const MOST_LINKS = 5;

/** Titles of the parts, by id. */
export type PartTitles = ReadonlyMap<string, string>;

const TAGS: Record<LogMeaning['severity'], Tag> = {
  problem: { text: 'Problem', kind: 'bad' },
  note: { text: 'Note', kind: 'todo' },
};

/** What a log means, and where in it that is read from. @param from number of the log's first call */
export function meaningView(meaning: readonly LogMeaning[], findingId: string, from: number, titles: PartTitles) {
  return meaning.map(({ severity, sco, words, calls }, index) => ({
    tag: TAGS[severity],
    // Said once, where it begins.
    part: meaning[index - 1]?.sco === sco ? '' : (titles.get(sco) ?? sco),
    words,
    calls: calls.slice(0, MOST_LINKS).map((n) => ({ n, href: callAddress(findingId, from, n) })),
    more: Math.max(0, calls.length - MOST_LINKS),
  }));
}

const logAddress = (findingId: string, page: number): string =>
  address(`/testing/findings/${findingId}/log`, { page: page === 1 ? undefined : page });

const callAddress = (findingId: string, from: number, n: number): string =>
  `${logAddress(findingId, Math.floor((n - from) / CALLS_PER_PAGE) + 1)}#call-${n}`;

interface LogPage {
  finding: FindingDetail;
  standard: Standard;
  calls: readonly RunTimeCall[];
  total: number;
  page: number;
  meaning: readonly LogMeaning[] | undefined;
  titles: PartTitles;
}

/** Everything the page of a run-time log shows. */
export function logView({ finding, standard, calls, total, page, meaning, titles }: LogPage) {
  const from = finding.logFrom ?? 1;
  return {
    href: `/testing/findings/${finding.id}`,
    round: roundLink(finding),
    number: finding.number,
    module: `${finding.courseTitle}, version ${finding.versionNumber}`,
    standard: standard === 'scorm_12' ? 'SCORM 1.2' : 'SCORM 2004',
    meaning: meaning && meaningView(meaning, finding.id, from, titles),
    calls: calls.map((call, index) => ({
      n: call.n,
      at: clockOf(call.atMs),
      // Said once, where it begins.
      part: calls[index - 1]?.sco === call.sco ? '' : (titles.get(call.sco) ?? call.sco),
      words: callInWords(standard, call),
      wrong: call.error !== '' && call.error !== '0',
      opened: call.call === 'opened',
      whole: longValue(call),
    })),
    total,
    paging: paging(page, CALLS_PER_PAGE, total, (to) => logAddress(finding.id, to)),
  };
}

/** A value that the line above only begins. */
function longValue({ value, answer }: RunTimeCall): string {
  const longer = value.length >= answer.length ? value : answer;
  return longer.length > 60 || longer.includes('\n') ? longer : '';
}
