import type { PackageFinding } from '@induct/scorm';

/** What is said once of many places. */
const OF_SEVERAL: Record<string, (count: string) => string> = {
  'missing-launch-file': (count) =>
    `The pages of ${count} parts are not in the package, so these parts cannot be opened.`,
  'missing-resource': (count) =>
    `${count} parts name content that the manifest does not describe, so they cannot be opened.`,
  'external-content': (count) =>
    `${count} parts open pages on other websites. Such pages cannot report what a member did.`,
  'different-case': (count) =>
    `The manifest writes the names of ${count} files in another way than they are called. They were found all the same.`,
  'duplicate-identifier': (count) =>
    `${count} items have an identifier that another item has too. Each is recorded under one of its own.`,
};

/** Places that are named as examples. */
const SHOWN = 3;

/** Of each kind one finding: what was found in many places is counted, not listed. */
export function countedFindings(findings: readonly PackageFinding[]): PackageFinding[] {
  const kinds = new Map<string, PackageFinding[]>();
  for (const finding of findings) {
    const same = kinds.get(finding.code);
    if (same) same.push(finding);
    else kinds.set(finding.code, [finding]);
  }
  return Array.from(kinds.values(), (same) => (same.length === 1 ? same[0]! : severalIn(same)));
}

function severalIn(same: readonly PackageFinding[]): PackageFinding {
  const [first] = same as [PackageFinding, ...PackageFinding[]];
  const count = same.length.toLocaleString('en-GB');
  const places = [...new Set(same.map(({ where }) => where).filter((where) => where !== ''))];
  const more = places.length > SHOWN ? ` and ${(places.length - SHOWN).toLocaleString('en-GB')} more` : '';
  return {
    ...first,
    message: OF_SEVERAL[first.code]?.(count) ?? `${first.message} This was found in ${count} places.`,
    where: `${places.slice(0, SHOWN).join(', ')}${more}`.slice(0, 500),
  };
}
