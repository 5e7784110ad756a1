import type { VersionComparison, VersionFacts } from './compare-versions';
import { filesTouched } from './file-changes';
import { capital, counted, few, quoted, size } from './phrases';
import { savedPlacesInWords } from './saved-places-in-words';
import { settingInWords } from './settings-in-words';

/** One paragraph's worth of a comparison, in plain English. */
export interface ComparisonSection {
  key: 'parts' | 'settings' | 'files' | 'size' | 'places';
  heading: string;
  /** Sentences. */
  lines: string[];
  /** What would be too long to read at once, at most `MOST_ITEMS` of it. */
  details?: { summary: string; items: string[] };
}

const MOST_ITEMS = 300;
/** More sentences than this are put away under a summary. */
const MOST_LINES = 8;

/** The comparison for people: what changed for a learner first, what is technical after it. */
export function comparisonInWords(comparison: VersionComparison): ComparisonSection[] {
  return [parts(comparison), settings(comparison), files(comparison), sizes(comparison), places(comparison)];
}

function parts({ scos, before, after }: VersionComparison): ComparisonSection {
  const { added, removed, renamed, moved, reidentified } = scos;
  const titles = (list: readonly { title: string }[]) => few(list.map(({ title }) => quoted(title)));
  const lines = [
    added.length > 0 && `${capital(counted(added.length, 'part'))} added: ${titles(added)}.`,
    removed.length > 0 && `${capital(counted(removed.length, 'part'))} removed: ${titles(removed)}.`,
    renamed.length > 0 &&
      `${capital(counted(renamed.length, 'part'))} renamed: ${few(renamed.map((one) => `${quoted(one.before)} is now ${quoted(one.after)}`))}.`,
    moved.length > 0 && `${capital(counted(moved.length, 'part'))} moved to another place: ${titles(moved)}.`,
    reidentified.length > 0 &&
      `${capital(counted(reidentified.length, 'part'))} with another identifier, so what was saved for ${reidentified.length === 1 ? 'it' : 'them'} is not found: ${titles(reidentified)}.`,
  ].filter((line) => line !== false);
  const count =
    after.scos === before.scos
      ? counted(after.scos, 'part')
      : `${counted(after.scos, 'part')}; version ${before.number} has ${before.scos}`;
  if (lines.length === 0) lines.push('The parts, their names and their order are the same.');
  const named = [...added, ...removed, ...moved, ...reidentified].length + renamed.length;
  return {
    key: 'parts',
    heading: `Parts (${count})`,
    lines,
    ...(named > MOST_LINES && { details: { summary: 'Every part that changed', items: partItems(scos) } }),
  };
}

function partItems({ added, removed, renamed, moved, reidentified }: VersionComparison['scos']): string[] {
  return [
    ...added.map(({ title }) => `${title}: added`),
    ...removed.map(({ title }) => `${title}: removed`),
    ...renamed.map((one) => `${one.before}: now ${quoted(one.after)}`),
    ...moved.map(({ title }) => `${title}: moved`),
    ...reidentified.map(({ title, before, after }) => `${title}: its identifier was ${before}, now ${after}`),
  ].slice(0, MOST_ITEMS);
}

function settings({ settings: changes, before, after }: VersionComparison): ComparisonSection {
  const whole = [
    (before.standard !== after.standard || before.edition !== after.edition) &&
      `The package follows ${standard(after)}; version ${before.number} follows ${standard(before)}.`,
    before.title !== after.title && `The package calls itself ${quoted(after.title)}; before ${quoted(before.title)}.`,
    before.needsSequencing !== after.needsSequencing &&
      (after.needsSequencing
        ? 'The package now sets rules for the order of its parts. Members can open what the rules allow.'
        : 'The package no longer sets rules for the order of its parts.'),
  ].filter((line) => line !== false);
  const each = changes.map(settingInWords);
  const heading = 'Passing, launching and order';
  if (whole.length + each.length === 0) {
    const none = 'The mark needed to pass, launch data, rules of order and the standard are the same.';
    return { key: 'settings', heading, lines: [none] };
  }
  if (each.length <= MOST_LINES) return { key: 'settings', heading, lines: [...whole, ...each] };
  const summary = `${capital(counted(each.length, 'setting'))} of parts changed`;
  return {
    key: 'settings',
    heading,
    lines: [...whole, `${summary}.`],
    details: { summary: 'Every setting that changed', items: each.slice(0, MOST_ITEMS) },
  };
}

const standard = ({ standard: name, edition }: VersionFacts) =>
  name === 'scorm_12' ? 'SCORM 1.2' : `SCORM 2004, ${edition} edition`;

function files({ files: changes, same }: VersionComparison): ComparisonSection {
  const { changed, added, removed, moved } = changes;
  if (same) return { key: 'files', heading: 'Files', lines: ['Every file is the same, byte for byte.'] };
  const counts = [
    changed.length > 0 && `${counted(changed.length, 'file')} changed`,
    added.length > 0 && `${counted(added.length, 'file')} added`,
    removed.length > 0 && `${counted(removed.length, 'file')} removed`,
    moved.length > 0 && `${counted(moved.length, 'file')} only moved or renamed`,
  ].filter((line) => line !== false);
  const items = [
    ...changed.map((path) => `${path}: changed`),
    ...added.map((path) => `${path}: added`),
    ...removed.map((path) => `${path}: removed`),
    ...moved.map(({ before, after }) => `${before}: now ${after}`),
  ];
  const touched = filesTouched(changes);
  const summary =
    touched > MOST_ITEMS ? `The first ${MOST_ITEMS} of ${counted(touched, 'file')}` : 'Every file that changed';
  return {
    key: 'files',
    heading: 'Files',
    lines: [`${capital(counts.join(', '))}; ${counted(changes.same, 'file is', 'files are')} the same.`],
    details: { summary, items: items.slice(0, MOST_ITEMS) },
  };
}

function sizes({ before, after }: VersionComparison): ComparisonSection {
  const difference = after.bytes - before.bytes;
  const is = `${counted(after.files, 'file')}, ${size(after.bytes)}`;
  const line =
    difference === 0 && after.files === before.files
      ? `${capital(is)}, as before.`
      : `${capital(is)}; version ${before.number} has ${counted(before.files, 'file')}, ${size(before.bytes)}${difference === 0 ? '' : `: ${size(Math.abs(difference))} ${difference > 0 ? 'more' : 'less'} now`}.`;
  return { key: 'size', heading: 'Size', lines: [line] };
}

function places(comparison: VersionComparison): ComparisonSection {
  const { lines, items } = savedPlacesInWords(comparison);
  return {
    key: 'places',
    heading: 'What saved places would meet',
    lines,
    ...(items.length > 0 && { details: { summary: 'Part by part', items: items.slice(0, MOST_ITEMS) } }),
  };
}
