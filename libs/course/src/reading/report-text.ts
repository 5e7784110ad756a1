import type { PackageFinding } from '@induct/scorm';
import type { PackageReport } from './package-report';
import { plainBytes } from '../archive/plain-bytes';

const standards = { scorm_12: 'SCORM', scorm_2004: 'SCORM 2004' };
const severities = { refused: 'Must be corrected', warning: 'Warning', note: 'Good to know' };
const order: readonly PackageFinding['severity'][] = ['refused', 'warning', 'note'];

/** The report as lines for a terminal: what came of it, what was noticed, and then what is in the package. */
export function reportText(report: PackageReport): string {
  const findings = report.findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return [outcome(report), ...findings.flatMap(findingLines), ...factLines(report)].join('\n');
}

function outcome({ accepted, findings }: PackageReport): string {
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  if (!accepted) {
    const wrong = findings.filter(({ severity }) => severity === 'refused').length;
    return `Refused: ${wrong === 1 ? 'one thing' : `${wrong} things`} must be corrected.`;
  }
  if (warnings === 0) return 'Accepted.';
  return `Accepted, with ${warnings === 1 ? 'one warning' : `${warnings} warnings`}.`;
}

function findingLines({ severity, message, remedy, where }: PackageFinding): string[] {
  return [
    '',
    `${severities[severity]}: ${message}`,
    ...(remedy === '' ? [] : [`  What to do: ${remedy}`]),
    ...(where === '' ? [] : [`  Where: ${where}`]),
  ];
}

function factLines({ title, standard, edition, files, bytes, scos }: PackageReport): string[] {
  const facts = [
    ...(title === null ? [] : [`Title:     ${title}`]),
    ...(standard === null
      ? []
      : [`Standard:  ${standards[standard]} ${edition}${standard === 'scorm_12' ? '' : ' Edition'}`]),
    ...(files > 0 ? [`Files:     ${files}, ${plainBytes(bytes)} unpacked`] : []),
    ...(scos.length > 0 ? [`Parts:     ${scos.length}`] : []),
    ...scos.map((sco) => `  - ${sco.title} (${sco.href})`),
  ];
  return facts.length > 0 ? ['', ...facts] : [];
}
