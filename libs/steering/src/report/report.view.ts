import { britishDate, britishTimeAndDate, dayInLondon } from '@induct/platform';
import { FINDING_STATES } from '../rules/finding';
import { findingStateInWords, SEVERITY_NAMES } from '../rules/finding.words';
import { noInWords, partsSeen } from '../rules/round.words';
import type { RoundReport } from './report';
import { counted, hours, reviewInWords, timeSpent } from './report.words';

/** What the report's template may print: strings, and lists of them. */
export const PLACEHOLDERS: ReadonlySet<string> = new Set(
  [
    'council heading module version asOf decision published overrideReason overrideBy',
    'figures figures.count figures.of facts facts.name facts.value',
    'testers testers.name testers.decision testers.when testers.reason testers.spent testers.findings',
    'checklist checklist.line checklist.yes checklist.no checklist.notLooked checklist.note',
    'severities severities.kind severities.severity severities.all severities.open severities.answered',
    'severities.fixed severities.willNotFix severities.withdrawn severities.unsettled',
    'unsettledHeading unsettledNone settledHeading',
    ...['unsettled', 'settled'].flatMap((list) => [
      list,
      ...['kind', 'number', 'severity', 'state', 'text', 'reason', 'where'].map((name) => `${list}.${name}`),
    ]),
  ].flatMap((names) => names.split(' ')),
);

export const reportHeading = ({ number }: RoundReport): string => `Report on test round ${number}`;

/** @param at when it is printed */
export function reportView(report: RoundReport, council: string, at: Date) {
  const unsettled = report.findings.filter(({ settled }) => !settled);
  const settled = report.findings.filter((finding) => finding.settled);
  return {
    council,
    heading: reportHeading(report),
    module: report.courseTitle,
    version: String(report.versionNumber),
    asOf: `As things stood at ${britishTimeAndDate(at)}`,
    decision: report.decision,
    published: published(report),
    ...overrideWords(report),
    figures: figures(report, unsettled.length),
    facts: facts(report, dayInLondon(at)),
    testers: report.testers.map((tester) => testerRow(tester, report.parts)),
    checklist: report.answers.flatMap(checklistRows),
    severities: report.bySeverity.map((row) => severityRow(report, row)),
    unsettledHeading: report.findings.length === 0 ? 'Findings' : 'Findings that are not settled',
    unsettledNone: none(report.findings.length, unsettled.length),
    unsettled: unsettled.map(findingRow),
    settledHeading: settled.length > 0 ? 'Findings that are settled' : '',
    settled: settled.map(findingRow),
  };
}

function none(all: number, unsettled: number): string {
  if (all === 0) return 'Nothing was reported.';
  return unsettled === 0 ? 'Every finding is settled.' : '';
}

const published = ({ publishedAt, publishedByName }: RoundReport): string =>
  publishedAt ? `Published on ${britishDate(publishedAt)}${publishedByName ? ` by ${publishedByName}` : ''}.` : '';

function overrideWords({ override }: RoundReport): { overrideReason: string; overrideBy: string } {
  if (!override) return { overrideReason: '', overrideBy: '' };
  const { reason, proposedByName, proposedAt, confirmedByName, confirmedAt } = override;
  return {
    overrideReason: reason,
    overrideBy: `Proposed by ${proposedByName} on ${britishDate(proposedAt)}, confirmed by ${confirmedByName} on ${britishDate(confirmedAt)}`,
  };
}

function figures({ signedOff, quorum, testers, started, previewSeconds, findings }: RoundReport, unsettled: number) {
  return [
    { count: `${signedOff} of ${quorum}`, of: quorum === 1 ? 'sign-off needed' : 'sign-offs needed' },
    { count: `${started} of ${testers.length}`, of: 'testers previewed it' },
    { count: hours(previewSeconds), of: 'of preview' },
    { count: counted(findings.length, 'finding'), of: `${unsettled} not settled` },
  ];
}

function facts(report: RoundReport, today: string) {
  const { openedAt, openedByName, closedAt, closedWhy, deadline, quorum, testers, focus } = report;
  const why = { quorum: 'at its quorum', deadline: 'at its deadline', officer: 'by an officer' };
  return [
    { name: 'Opened', value: `${britishTimeAndDate(openedAt)}${openedByName ? `, by ${openedByName}` : ''}` },
    closedAt && closedWhy
      ? { name: 'Closed', value: `${britishTimeAndDate(closedAt)}, ${why[closedWhy]}` }
      : { name: 'Closes', value: `${britishTimeAndDate(deadline)}, or at its quorum` },
    { name: 'Quorum', value: `${counted(quorum, 'sign-off')} of ${counted(testers.length, 'tester')}` },
    ...(report.review ? [{ name: 'Review', value: reviewInWords(report.review, today) }] : []),
    ...(focus ? [{ name: 'What to look at', value: focus }] : []),
  ];
}

type Tester = RoundReport['testers'][number];

function testerRow(tester: Tester, parts: number) {
  const { partsOpened, grantedAlone, name, decision, decidedAt, reason, couldNotFinishWhy, previewSeconds, findings } =
    tester;
  return {
    name: grantedAlone ? `${name} (made a tester by one person alone)` : name,
    decision: decisionWords(tester),
    when: decidedAt ? `on ${britishDate(decidedAt)}` : '',
    reason: (decision === 'refused' ? reason : decision === null && couldNotFinishWhy) || '',
    spent:
      previewSeconds > 0 ? `${timeSpent(previewSeconds)}, ${partsSeen(partsOpened, parts)}` : timeSpent(previewSeconds),
    findings: String(findings),
  };
}

function decisionWords({ decision, couldNotFinishWhy, previewSeconds }: Tester): string {
  if (decision) return decision === 'signed_off' ? 'Signed off' : 'Refused';
  if (couldNotFinishWhy !== null) return 'Could not finish';
  return previewSeconds > 0 ? 'No decision' : 'Not started';
}

/** A line, and what testers said of it in rows of their own. */
function checklistRows({ text, counts, noes, notes }: RoundReport['answers'][number]) {
  const empty = { line: '', yes: '', no: '', notLooked: '', note: '' };
  return [
    { ...empty, line: text, yes: String(counts.yes), no: String(counts.no), notLooked: String(counts.not_looked_at) },
    ...noes.map((no) => ({ ...empty, note: noInWords(no) })),
    ...notes.map((note) => ({ ...empty, note })),
  ];
}

function severityRow({ findings }: RoundReport, { severity, raised, unsettled }: RoundReport['bySeverity'][number]) {
  const [open, answered, fixed, willNotFix, withdrawn] = FINDING_STATES.map((state) =>
    String(findings.filter((finding) => finding.severity === severity && finding.state === state).length),
  );
  const counts = { open, answered, fixed, willNotFix, withdrawn };
  return {
    kind: severity,
    severity: SEVERITY_NAMES[severity],
    all: String(raised),
    ...counts,
    unsettled: String(unsettled),
  };
}

/** A longer one may go over two pages. */
const SHORT = 1200;

function findingRow(finding: RoundReport['findings'][number]) {
  const { number, severity, state, text, reason, scoTitle, location, authorName } = finding;
  const where = [
    [scoTitle, location && `at ${location}`].filter(Boolean).join(', '),
    authorName,
    finding.carried && `from round ${finding.roundNumber} on version ${finding.foundInVersionNumber}`,
  ];
  return {
    kind: text.length + reason.length < SHORT ? `${severity} short` : severity,
    number: String(number),
    severity: SEVERITY_NAMES[severity],
    state: findingStateInWords(finding),
    text,
    reason: state === 'will_not_fix' ? reason : '',
    where: where.filter(Boolean).join(' · '),
  };
}
