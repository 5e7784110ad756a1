import type { FindingDetail } from '@induct/steering';
import { britishDate, britishTimeAndDate } from '@induct/platform';
import type { FormProblems } from '../../forms/form-problems';
import { mayDo, type Reader } from '../round.rights';
import { roundLink, SEVERITY_HINTS, SEVERITY_TAGS, stateTag } from '../words';
import { place } from './finding-row.view';
import type { FindingAct } from './finding.forms';
import { actsFor } from './finding.rights';
import type { meaningView } from './log.view';
import { threadView } from './thread.view';

export interface FindingPage {
  finding: FindingDetail;
  reader: Reader;
  /** Of people, by id. */
  names: ReadonlyMap<string, string>;
  /** Who can be given the finding. */
  assignees: { id: string; name: string }[];
  /** What the part of the run-time log that belongs to it means; undefined when there is none, or it is very long. */
  meaning: ReturnType<typeof meaningView> | undefined;
  done?: unknown;
  /** The form that did not fit, as typed. */
  act?: FindingAct;
  form?: Record<string, unknown>;
  problems?: FormProblems;
}

/** Everything the page of a finding shows. */
export function findingView({ finding, reader, names, assignees, meaning, ...page }: FindingPage) {
  const href = `/testing/findings/${finding.id}`;
  const acts = actsFor(finding, reader);
  const { currentRound } = finding;
  return {
    href,
    round: roundLink(finding),
    number: finding.number,
    module: finding.courseTitle,
    severity: SEVERITY_TAGS[finding.severity],
    state: stateTag({
      state: finding.state,
      fixedIn: finding.fixedInVersionNumber,
      settled: finding.settledAt !== null,
    }),
    banner: Object.hasOwn(BANNERS, String(page.done)) ? BANNERS[page.done as FindingAct] : undefined,
    next: whatIsNext(finding, acts),
    text: finding.text,
    reason: finding.state === 'will_not_fix' ? finding.reason : '',
    reported: `Reported by ${finding.authorName} at ${britishTimeAndDate(finding.createdAt)}`,
    facts: facts(finding),
    goThere: mayGo(finding, reader) ? `/testing/rounds/${currentRound.id}/preview` : undefined,
    id: finding.id,
    screenshot: finding.screenshotSha256 ? `${href}/screenshot` : undefined,
    log: finding.previewId && finding.logTo !== null ? { href: `${href}/log`, meaning } : undefined,
    bundle: `${href}/bundle`,
    thread: finding.thread.map((comment) => threadView(comment, names)),
    offers: Object.fromEntries(acts.map((act) => [act, true])),
    more: acts.some((act) => act !== 'comment' && act !== 'confirm' && act !== 'reopen'),
    severities: Object.entries(SEVERITY_TAGS)
      .filter(([value]) => value !== finding.severity)
      .map(([value, { text }]) => ({
        value,
        text,
        hint: { text: SEVERITY_HINTS[value as keyof typeof SEVERITY_HINTS] },
      })),
    versions: finding.newerVersions.map(({ id, number }) => ({ value: id, text: `Version ${number}` })),
    assignees: [
      { value: '', text: 'Nobody' },
      ...assignees.map(({ id, name }) => ({ value: id, text: name, selected: id === finding.assigneeId })),
    ],
    ...formAgain(page),
  };
}

/** Only the form that was sent gets its values and messages back: several have a field of the same name. */
function formAgain({ act, form, problems }: Pick<FindingPage, 'act' | 'form' | 'problems'>) {
  if (!act || !problems) return { wrong: '', form: {}, message: {} };
  return {
    wrong: act,
    form: { [act]: form ?? {} },
    message: { [act]: problems.message },
    errors: problems.errors?.map(({ href, text }) => ({ href: `#${act}-${href.slice(1)}`, text })),
  };
}

const BANNERS = {
  comment: 'Your comment is there.',
  answer: 'Your answer is there.',
  assign: 'It is recorded who looks after it.',
  fixed: 'It is marked as fixed.',
  'will-not-fix': 'It is recorded that it will not be fixed.',
  confirm: 'You have confirmed it: the finding is settled.',
  reopen: 'The finding is open again.',
  severity: 'Its severity is changed.',
  withdraw: 'The finding is withdrawn.',
} as const satisfies Record<FindingAct, string>;

function mayGo(finding: FindingDetail, reader: Reader): boolean {
  const testersList = finding.currentRound.testers.map((personId) => ({ personId }));
  return mayDo({ state: finding.currentRound.state, testersList } as Parameters<typeof mayDo>[0], reader).preview;
}

/** Whose turn it is, as a sentence. */
function whatIsNext(finding: FindingDetail, acts: readonly FindingAct[]): string {
  const { state, severity, settledAt, authorName, settledByName, assigneeName } = finding;
  if (settledAt) {
    const by = settledByName ? ` by ${settledByName}` : '';
    return `It was settled${by} on ${britishDate(settledAt)}.`;
  }
  if (state === 'fixed' || state === 'will_not_fix') {
    return acts.includes('confirm')
      ? 'Please look at it again, and say whether that settles it.'
      : `It waits for ${authorName}, or a tester of the newest round in their place, to confirm it.`;
  }
  const who = assigneeName ? `${assigneeName} looks after it.` : 'Nobody looks after it yet.';
  return severity === 'blocking' ? `${who} The module cannot be published before it is settled.` : who;
}

function facts(finding: FindingDetail) {
  const rows: [string, string | null][] = [
    ['Part', place({ ...finding, location: '', progress: null })],
    ['Place in it', finding.location],
    ['Progress there', finding.progress === null ? null : `${Math.round(finding.progress * 100)}%`],
    ['Found in', `Version ${finding.versionNumber}, round ${finding.roundNumber}`],
    ['Looked after by', finding.assigneeName ?? 'Nobody'],
  ];
  return rows.filter(([, value]) => value).map(([key, value]) => ({ key, value }));
}
