import { noInWords, partsSeen, type ReportPdf, reviewInWords, type RoundReport } from '@induct/steering';
import { britishDate, britishTimeAndDate, type Day, learningTime } from '@induct/platform';
import { counted, figure, fileSize } from '../../words/counted';
import { place } from '../findings/finding-row.view';
import { roundTag, roundTitle, SEVERITY_TAGS, stateTag } from '../words';

/** Everything the report on a round shows; its PDF says the same. @param mayAsk for a PDF to be made; `today`: what is overdue then */
export function reportView(report: RoundReport, pdf: ReportPdf, mayAsk: boolean, today: Day) {
  const href = `/testing/rounds/${report.roundId}`;
  return {
    href,
    pdf: pdf.state,
    size: pdf.state === 'made' ? `PDF, ${fileSize(pdf.bytes)}` : '',
    ask: mayAsk && (pdf.state === 'none' || pdf.state === 'failed') ? `${href}/report` : undefined,
    isOpen: report.state === 'open',
    download: `${href}/report.pdf`,
    round: roundTitle(report.courseTitle, report.number),
    module: report.courseTitle,
    heading: `Report on round ${report.number}, version ${report.versionNumber}`,
    tag: roundTag(report),
    decision: report.decision,
    published: published(report),
    figures: figures(report),
    override: override(report),
    facts: facts(report, today),
    focus: report.focus,
    testers: report.testers.map((tester) => ({
      name: tester.name,
      tag: decisionTag(tester),
      decided: tester.decidedAt ? britishDate(tester.decidedAt) : '',
      reason: (tester.decision === 'refused' ? tester.reason : tester.couldNotFinishWhy) ?? '',
      spent:
        tester.previewSeconds > 0
          ? `${learningTime(tester.previewSeconds)}, ${partsSeen(tester.partsOpened, report.parts)}`
          : 'Not previewed',
      alone: tester.grantedAlone ? 'Made a tester by one person alone' : '',
    })),
    answers: report.answers.map(({ text, counts, noes, notes }) => ({
      text,
      cells: [counts.yes, counts.no, counts.not_looked_at].map(figure),
      notes: [...noes.map(noInWords), ...notes],
    })),
    severities: report.bySeverity.map(({ severity, raised, settled, unsettled }) => ({
      tag: SEVERITY_TAGS[severity],
      cells: [raised, settled, unsettled].map(figure),
    })),
    findings: report.findings.map((finding) => ({
      number: finding.number,
      severity: SEVERITY_TAGS[finding.severity],
      state: stateTag({ state: finding.state, fixedIn: finding.fixedInVersionNumber, settled: finding.settled }),
      text: finding.text,
      where: [
        place({
          sco: finding.scoTitle || null,
          scoTitle: finding.scoTitle,
          location: finding.location,
          progress: null,
        }),
        finding.authorName,
        finding.carried && `from round ${finding.roundNumber}`,
      ]
        .filter(Boolean)
        .join(' · '),
      reason: finding.state === 'will_not_fix' ? finding.reason : '',
    })),
  };
}

type Tester = RoundReport['testers'][number];

function decisionTag({ decision, couldNotFinishWhy, previewSeconds }: Tester) {
  if (decision === 'signed_off') return { text: 'Signed off', kind: 'done' };
  if (decision === 'refused') return { text: 'Refused', kind: 'bad' };
  if (couldNotFinishWhy) return { text: 'Could not finish', kind: 'warning' };
  return { text: previewSeconds > 0 ? 'No decision' : 'Not started', kind: 'todo' };
}

function figures({ testers, signedOff, quorum, previewSeconds, findings }: RoundReport) {
  return [
    { number: `${signedOff} of ${quorum}`, text: 'sign-offs needed' },
    { number: figure(testers.length), text: testers.length === 1 ? 'tester' : 'testers' },
    { number: hours(previewSeconds), text: 'hours of testing' },
    { number: figure(findings.length), text: findings.length === 1 ? 'finding' : 'findings' },
  ];
}

/** `3.5`: hours, as a steering group's papers count. */
export function hours(seconds: number): string {
  const rounded = Math.round((seconds / 3600) * 10) / 10;
  return rounded === 0 && seconds > 0 ? 'under 0.1' : rounded.toLocaleString('en-GB');
}

function facts(report: RoundReport, today: Day) {
  const { openedByName, openedAt, closedAt, deadline, started, testers, refused, quorum } = report;
  return [
    { key: 'Opened', value: `${britishDate(openedAt)}, by ${openedByName}` },
    closedAt
      ? { key: 'Closed', value: britishTimeAndDate(closedAt) }
      : { key: 'Closes', value: `${britishTimeAndDate(deadline)}, or at its quorum` },
    { key: 'Quorum', value: counted(quorum, 'sign-off') },
    { key: 'Previewed by', value: `${started} of ${counted(testers.length, 'tester')}` },
    { key: 'Refused by', value: refused === 0 ? 'Nobody' : counted(refused, 'tester') },
    ...(report.review ? [{ key: 'Review', value: reviewInWords(report.review, today) }] : []),
  ];
}

const published = ({ publishedAt, publishedByName }: RoundReport): string =>
  publishedAt ? `Published on ${britishDate(publishedAt)}${publishedByName ? ` by ${publishedByName}` : ''}.` : '';

function override({ override: over }: RoundReport): string {
  if (!over) return '';
  const who = `${over.proposedByName} asked for it, and ${over.confirmedByName} confirmed it on ${britishDate(over.confirmedAt)}.`;
  return `${who} Reason: ${over.reason}`;
}
