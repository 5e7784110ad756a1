import type { PackageReport } from './package-report';
import { plainBytes } from './plain-bytes';

const standards = { scorm_12: 'SCORM', scorm_2004: 'SCORM 2004' };
const severities = { refused: 'Must be corrected', warning: 'Warning', note: 'Good to know' };

/** The report as lines for a terminal. */
export function reportText(report: PackageReport): string {
  const lines = [report.accepted ? 'Accepted.' : 'Refused.'];
  if (report.title !== null) lines.push(`Title:     ${report.title}`);
  if (report.standard !== null) {
    lines.push(
      `Standard:  ${standards[report.standard]} ${report.edition}${report.standard === 'scorm_12' ? '' : ' Edition'}`,
    );
  }
  if (report.files > 0) lines.push(`Files:     ${report.files}, ${plainBytes(report.bytes)} unpacked`);
  if (report.scos.length > 0) {
    lines.push(`Parts:     ${report.scos.length}`);
    for (const { title, href } of report.scos) lines.push(`  - ${title} (${href})`);
  }
  for (const { severity, code, message, remedy, where } of report.findings) {
    lines.push('', `${severities[severity]} [${code}]${where === '' ? '' : ` ${where}`}`, `  ${message}`);
    if (remedy !== '') lines.push(`  ${remedy}`);
  }
  return lines.join('\n');
}
