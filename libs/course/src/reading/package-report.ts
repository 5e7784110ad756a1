import type { PackageFinding, Standard } from '@induct/scorm';
import type { OutsideHost } from '../outside/outside-host';

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
  findings: PackageFinding[];
  /** Other websites that it loads from. Absent in reports from before they were looked for. */
  outside?: OutsideHost[];
}

/** The report of a package that is not taken in, with what could be found out before. */
export function refusal(findings: readonly PackageFinding[], known: Partial<PackageReport> = {}): PackageReport {
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

export function isRefused(findings: readonly PackageFinding[]): boolean {
  return findings.some(({ severity }) => severity === 'refused');
}
