import { britishTimeAndDate, CSV_BEGIN, csvLine } from '@induct/platform';
import { callInWords, clockOf, meaningOf, type RunTimeCall, scos } from '@induct/scorm';
import { SEVERITY_NAMES } from '../rules/finding.words';
import type { FindingForSupplier } from './supplier-bundle.queries';

/** The finding and what it was made on, to read. */
export function findingText(finding: FindingForSupplier): string {
  const { courseTitle, versionNumber, tree, edition, packageSha256, browser } = finding;
  const standard = tree.standard === 'scorm_12' ? 'SCORM 1.2' : `SCORM 2004, ${edition} edition`;
  const lines = [
    `Finding ${finding.number}: ${SEVERITY_NAMES[finding.severity]}`,
    '',
    finding.text,
    '',
    `Module:      ${courseTitle}`,
    `Version:     ${versionNumber} (${standard})`,
    `Package:     SHA-256 ${packageSha256}`,
    `Part:        ${placeWords(finding)}`,
    ...(finding.location === '' ? [] : [`Place:       ${finding.location} (as the package reported it)`]),
    ...(finding.progress === null ? [] : [`Progress:    ${Math.round(finding.progress * 100)} per cent`]),
    `Recorded:    ${britishTimeAndDate(finding.createdAt)}, in test round ${finding.roundNumber}`,
    'By:          a tester of the council’s steering group',
    ...(browser === '' ? [] : [`Browser:     ${browser}`]),
    '',
    'The module was opened as a preview: SCORM’s browse mode, no credit. The learner’s name and id are not a person’s.',
    'log.csv and log.json hold what the package called, in order; meaning.txt says what that means.',
  ];
  return `${lines.join('\n')}\n`;
}

const placeWords = ({ sco, scoTitle }: FindingForSupplier): string =>
  sco === null ? 'the module as a whole' : `${scoTitle} (${sco})`;

/** What the log means, part by part, and the calls as lines. */
export function meaningText({ tree, sco }: FindingForSupplier, calls: readonly RunTimeCall[]): string {
  if (calls.length === 0) return 'The package called nothing while this was recorded.\n';
  const titles = new Map(scos(tree).map(({ id, title }) => [id, title]));
  const named = (id: string) => titles.get(id) ?? id;
  const meanings = meaningOf(tree.standard, calls).map(
    ({ sco: part, severity, words, calls: numbers }) =>
      `${severity === 'problem' ? '!' : '-'} ${part === sco ? '' : `[${named(part)}] `}${words}${callNumbers(numbers)}`,
  );
  const lines = calls.map(
    (call) => `${String(call.n).padStart(6)}  ${clockOf(call.atMs).padStart(6)}  ${callInWords(tree.standard, call)}`,
  );
  return ['What it means ("!" is a problem)', '', ...meanings, '', 'The calls', '', ...lines, ''].join('\n');
}

const callNumbers = (numbers: readonly number[]): string =>
  numbers.length === 0 || numbers.length > 5 ? '' : ` (call ${numbers.join(', ')})`;

const COLUMNS = ['n', 'at_ms', 'sco', 'call', 'element', 'value', 'value_length', 'answer', 'answer_length', 'error'];

/** RFC 4180, with the mark by which spreadsheets know UTF-8. */
export function logCsv(calls: readonly RunTimeCall[]): string {
  const rows = calls.map((c) => [
    c.n,
    c.atMs,
    c.sco,
    c.call,
    c.element,
    c.value,
    c.valueLength ?? '',
    c.answer,
    c.answerLength ?? '',
    c.error,
  ]);
  return CSV_BEGIN + [COLUMNS, ...rows].map(csvLine).join('');
}
