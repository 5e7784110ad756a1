import type { FindingRow, RoundDetail } from '@induct/steering';
import { britishDate, britishTimeAndDate, dayInLondon } from '@induct/platform';
import { figure } from '../../words/counted';
import { type FormProblems } from '../../forms/form-problems';
import { paging } from '../../lists/paging';
import { deadlineWords } from '../../words/deadline';
import { useWords } from '../../words/host-words';
import { findingRow } from '../findings/finding-row.view';
import { share } from '../share';
import { roundTag, roundTitle, SEVERITY_TAGS } from '../words';
import { filterChoices, findingsAddress, type FindingsFilter, isFiltered } from './findings-filter';
import type { RoundHost } from './round-hosts.queries';
import { mayDo, type Reader } from '../round.rights';
import { testerView, whatIsMissing } from './tester.view';
import { listOfTesters } from './testers.view';

export const FINDINGS_PER_PAGE = 20;

export interface RoundPage {
  round: RoundDetail;
  reader: Reader;
  filter: FindingsFilter;
  findings: FindingRow[];
  /** That fit the filter. */
  total: number;
  /** Parts of the version that a preview can begin at. */
  parts: { id: string; title: string }[];
  /** Testers who are not in the round: officers can add them. */
  others: { id: string; name: string }[];
  /** Websites that the version may load from. */
  hosts: RoundHost[];
  now: Date;
  done?: unknown;
  /** A form that did not fit, as typed. */
  form?: Record<string, unknown>;
  problems?: FormProblems;
}

/** Everything the page of a round shows. */
export function roundView({ round, reader, filter, findings, total, parts, others, hosts, now, ...page }: RoundPage) {
  const href = `/testing/rounds/${round.id}`;
  const may = mayDo(round, reader);
  const me = round.testersList.find(({ personId }) => personId === reader.id);
  const started = round.testers - round.notStarted.length;
  return {
    href,
    title: roundTitle(round.courseTitle, round.number),
    heading: { module: round.courseTitle, round: `Round ${round.number} on version ${round.versionNumber}` },
    number: round.number,
    tag: roundTag(round),
    banner: banner(String(page.done), round),
    says: closing(round, now),
    focus: round.focus,
    checklist: round.checklist.map(({ text }) => text),
    websites: hosts.map(({ host, uses, reason, agreedAt }) => ({
      host,
      uses: useWords(uses),
      reason,
      since: agreedAt > round.openedAt ? `Agreed to on ${britishDate(agreedAt)}, after the round was opened.` : '',
    })),
    opened: `Opened by ${round.openedByName} on ${britishDate(round.openedAt)}`,
    version: may.administer ? `/admin/modules/${round.courseSlug}/versions/${round.versionNumber}` : undefined,
    meters: [
      { says: `${round.signedOff} of ${round.quorum} sign-offs needed`, share: share(round.signedOff, round.quorum) },
      { says: `${started} of ${round.testers} testers have previewed it`, share: share(started, round.testers) },
    ],
    missing: round.state === 'open' || round.blocking > 0 ? whatIsMissing(round) : [],
    severities: round.counts.map(({ severity, all, unsettled }) => ({
      tag: SEVERITY_TAGS[severity],
      says: `${figure(all)}, ${figure(unsettled)} not settled`,
      href: findingsAddress(href, { ...filter, page: 1, from: '' }, { severity, state: 'unsettled' }),
    })),
    may,
    me: me && {
      ...testerView(me, round.checklist, round.parts, now),
      started: me.startedAt !== null,
      decided: me.decision !== null,
    },
    parts,
    testers: listOfTesters(round.testersList.map((tester) => testerView(tester, round.checklist, round.parts, now))),
    undecided: round.testersList.filter(({ decision }) => decision === null).map(({ name }) => name),
    others: others.map(({ id, name }) => ({ value: id, text: name })),
    lastDay: lastDay(round.deadline),
    filter,
    choices: filterChoices(filter),
    isFiltered: isFiltered(filter),
    findings: findings.map((finding) =>
      findingRow(finding, { readable: may.read, preview: may.preview ? `${href}/preview` : undefined }),
    ),
    total,
    hasFindings: round.counts.some(({ all }) => all > 0),
    paging: paging(filter.page, FINDINGS_PER_PAGE, total, (to) => findingsAddress(href, filter, { page: to })),
    form: page.form ?? {},
    ...(page.problems ?? { message: {} }),
  };
}

const BANNERS = {
  opened: 'The round is open. Its testers were told by mail.',
  nudged: 'The testers who have not decided were reminded by mail.',
  'not-nudged': 'Nobody was reminded: everybody has decided, or was reminded within the last hour.',
  extended: 'The round has another last day. The testers who have not decided were told by mail.',
  added: 'The testers were added and told by mail.',
  closed: 'The round is closed.',
  'signed-off': 'Your sign-off is recorded.',
  refused: 'Your refusal is recorded.',
  'could-not-finish': 'It is recorded that you could not finish. You can still go on while the round is open.',
} as const;

/** What was just done. A sign-off may have been the last that was needed. */
function banner(done: string, { state, closedWhy }: RoundDetail): string | undefined {
  const text = Object.hasOwn(BANNERS, done) ? BANNERS[done as keyof typeof BANNERS] : undefined;
  if (done !== 'signed-off' && done !== 'refused') return text;
  if (state === 'open') return `${text} You can change it until the round closes.`;
  return closedWhy === 'quorum' && done === 'signed-off'
    ? `${text} With it the quorum is reached: the round is closed.`
    : text;
}

function closing({ state, deadline, closedAt, closedWhy, quorum, signedOff }: RoundDetail, now: Date): string {
  if (state === 'open') return `It closes at ${deadlineWords(deadline, now)}, or as soon as its quorum is reached.`;
  const at = closedAt ? britishTimeAndDate(closedAt) : '';
  if (closedWhy === 'quorum') return `It closed at ${at}, because its quorum of ${quorum} was reached.`;
  const lacked = `with ${signedOff} of ${quorum} sign-offs`;
  return closedWhy === 'deadline'
    ? `It closed at its deadline, ${at}, ${lacked}.`
    : `An officer closed it at ${at}, ${lacked}.`;
}

/** What the date's three fields say first. */
function lastDay(deadline: Date): Record<string, string> {
  const [year, month, day] = dayInLondon(deadline)
    .split('-')
    .map((part) => String(Number(part)));
  return { 'deadline-day': day!, 'deadline-month': month!, 'deadline-year': year! };
}
