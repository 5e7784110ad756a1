import type { Finding, Standard } from '@induct/scorm';
import type { OutsideHost } from './outside/outside-host';

/** What was found in an upload: shown to the officer, kept with the upload, printed by course:inspect. */
export interface PackageReport {
  accepted: boolean;
  /** Null, like edition and title, when the manifest could not be read. */
  standard: Standard | null;
  edition: string | null;
  title: string | null;
  organizations: number;
  scos: { id: string; title: string; href: string }[];
  /** How many files the module has, and their bytes unpacked. */
  files: number;
  bytes: number;
  findings: Finding[];
  /** Other websites that it loads from. Absent in reports from before they were looked for. */
  outside?: OutsideHost[];
}

/** The report of a package that is not taken in, with what could be found out before. */
export function refusal(findings: readonly Finding[], known: Partial<PackageReport> = {}): PackageReport {
  return {
    accepted: false,
    standard: null,
    edition: null,
    title: null,
    organizations: 0,
    scos: [],
    files: 0,
    bytes: 0,
    ...known,
    findings: [...findings],
  };
}

/** Of one kind; a manifest can have the same fault a thousand times. */
const MOST_FINDINGS = 20;

/** A list that can be read: the first findings of each kind, and how many more there are. */
export function withoutRepetition(findings: readonly Finding[]): Finding[] {
  const kinds = new Map<string, Finding[]>();
  for (const finding of findings) {
    const same = kinds.get(finding.code);
    if (same) same.push(finding);
    else kinds.set(finding.code, [finding]);
  }
  return [...kinds.values()].flatMap((same) => {
    const more = same.length - MOST_FINDINGS;
    if (more <= 0) return same;
    const message = `The same was found in ${more.toLocaleString('en-GB')} more places.`;
    return [...same.slice(0, MOST_FINDINGS), { ...same[0]!, message, where: '' }];
  });
}

export function isRefused(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'refused');
}
