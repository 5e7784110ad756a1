import type { ModuleReview } from '@induct/course';
import type { FindingsInMonth, OverrideRow, ReadyVersion, RoundRow, Waiting } from '@induct/steering';
import { britishDate } from '@induct/platform';
import { counted } from '../../words/counted';
import { address, paging } from '../../lists/paging';
import { deadlineWords, isNear } from '../../words/deadline';
import { share } from '../share';
import { chart } from './chart';
import { closedRoundsList } from './closed-rounds.view';
import { waitingLines } from './waiting.view';

export const OPEN_PER_PAGE = 10;
/** Names are read out as far as this; then they are counted. */
const MOST_NAMES = 6;

export interface HomePages {
  /** Of the open rounds, from 1. */
  open: number;
  /** Of the closed rounds, from 1. */
  page: number;
}

interface Home {
  /** Everybody's rounds, not only the own ones. */
  seesAll: boolean;
  officer: boolean;
  /** Rounds and findings are theirs to work on. */
  works: boolean;
  waiting: Waiting[];
  overrides: OverrideRow[];
  open: { rounds: RoundRow[]; total: number };
  closed: { rounds: RoundRow[]; total: number };
  ready: ReadyVersion[];
  months: FindingsInMonth[];
  /** Modules that members see and nobody has reviewed in time. */
  overdue: ModuleReview[];
  pages: HomePages;
  now: Date;
}

/** Everything the steering group's home shows. */
export function homeView({
  seesAll,
  officer,
  works,
  waiting,
  overrides,
  open,
  closed,
  ready,
  months,
  overdue,
  pages,
  now,
}: Home) {
  const to = (change: Partial<HomePages>) => {
    const { open: openPage, page } = { ...pages, ...change };
    return address('/testing', { open: openPage === 1 ? undefined : openPage, page: page === 1 ? undefined : page });
  };
  return {
    lead: seesAll
      ? 'The steering group tests every module before members see it.'
      : 'You test modules before members see them.',
    seesAll,
    works,
    waiting: waitingLines(waiting, now),
    overrides: overrides.map((one) => overrideView(one, officer)),
    open: open.rounds.map((round) => openRound(round, now, works)),
    openPaging: paging(pages.open, OPEN_PER_PAGE, open.total, (page) => to({ open: page })),
    closed: closedRoundsList(closed.rounds, closed.total, pages.page, (page) => to({ page })),
    ready: ready.map((version) => readyView(version, officer)),
    overdue: overdue.map((review) => overdueView(review, officer)),
    chart: chart(months, now),
  };
}

function overdueView({ slug, title, reviewBy, changed }: ModuleReview, officer: boolean) {
  const more = changed > 0 ? `, and of its facts ${counted(changed, 'has', 'have')} changed` : '';
  return {
    title,
    words: `was to be reviewed by ${britishDate(reviewBy!)}${more}`,
    href: officer ? `/admin/modules/${slug}/review` : undefined,
  };
}

function overrideView({ courseTitle, courseSlug, versionNumber, ...override }: OverrideRow, officer: boolean) {
  return {
    title: `${courseTitle}, version ${versionNumber}, was published without the steering group’s sign-off`,
    who: `${override.proposedByName} asked for it on ${britishDate(override.proposedAt)}${
      override.confirmedAt
        ? `, and ${override.confirmedByName} confirmed it on ${britishDate(override.confirmedAt)}`
        : ''
    }.`,
    reason: override.reason,
    href: officer ? `/admin/modules/${courseSlug}/versions/${versionNumber}` : undefined,
  };
}

function openRound(round: RoundRow, now: Date, works: boolean) {
  const started = round.testers - round.notStarted.length;
  return {
    href: `/testing/rounds/${round.id}`,
    title: round.courseTitle,
    version: `Version ${round.versionNumber}, round ${round.number}`,
    deadline: `Closes at ${deadlineWords(round.deadline, now)}`,
    near: isNear(round.deadline, now),
    signedOff: {
      says: `${round.signedOff} of ${counted(round.quorum, 'sign-off')} needed`,
      share: share(round.signedOff, round.quorum),
    },
    previewed: {
      says: `${started} of ${counted(round.testers, 'tester')} ${started === 1 ? 'has' : 'have'} previewed it`,
      share: share(started, round.testers),
    },
    refused: round.refused > 0 ? `${round.refused} refused to sign off` : '',
    findings: findingsWords(round),
    blocking: round.blocking > 0,
    notStarted: works ? nobodyYet(round.notStarted) : '',
  };
}

function findingsWords({ findings, blocking }: RoundRow): string {
  const raised = findings === 0 ? 'No findings yet' : counted(findings, 'finding');
  return blocking > 0 ? `${raised}, ${blocking} blocking not settled` : raised;
}

function nobodyYet(names: readonly string[]): string {
  if (names.length === 0) return '';
  const shown = names.slice(0, MOST_NAMES);
  const more = names.length - shown.length;
  return `Not started: ${shown.join(', ')}${more > 0 ? ` and ${counted(more, 'other')}` : ''}`;
}

function readyView({ courseTitle, courseSlug, versionNumber, closedAt, roundId }: ReadyVersion, officer: boolean) {
  return {
    title: courseTitle,
    version: `Version ${versionNumber}`,
    since: `The round closed with its quorum on ${britishDate(closedAt)}`,
    href: officer ? `/admin/modules/${courseSlug}/versions/${versionNumber}/publish` : `/testing/rounds/${roundId}`,
    link: officer ? 'Publish it' : 'See the round',
  };
}
