import type { RefreshPolicy } from '@induct/course';
import { britishDate } from '@induct/platform';
import { counted, figure } from '../../../words/counted';
import type { Concerned } from '../version/version.queries';

/** Somebody was there before, so publishing has to say what becomes of them. */
export const concernsAnybody = ({ completed, halfWay }: Concerned, published: number | null): boolean =>
  published !== null || completed > 0 || halfWay.length > 0;

/** People who are half-way on other versions than this. */
export const halfWayElsewhere = ({ halfWay }: Concerned, number: number): number =>
  halfWay.filter(({ version }) => version !== number).reduce((sum, { people }) => sum + people, 0);

const people = (count: number, does: string, do_ = does) =>
  `${counted(count, 'person', 'people')} ${count === 1 ? does : do_}`;
/** A sentence begins with a capital. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Whom publishing concerns, and what happens to each, in sentences for the officer who is about to do it.
 * @param number of the version to be published
 */
export function whomItConcerns(
  concerned: Concerned,
  { number, published }: { number: number; published: number | null },
  refresh: RefreshPolicy,
): string[] {
  const { completed, notStarted, halfWay } = concerned;
  const there = concernsAnybody(concerned, published);
  const here = halfWay.find(({ version }) => version === number)?.people ?? 0;
  return [
    ...(there ? [whoCompleted(completed, refresh), whoIsHalfWay(concerned, number, refresh)] : []),
    ...(here > 0
      ? [`${capital(people(here, 'is', 'are'))} half-way on this version and ${here === 1 ? 'goes' : 'go'} on there.`]
      : []),
    notStarted > 0
      ? `${capital(counted(notStarted, 'member'))} ${notStarted === 1 ? 'has' : 'have'} not started: they get version ${number}.`
      : 'Every member has started it.',
  ];
}

function whoCompleted(completed: number, { policy, retakeBy }: RefreshPolicy): string {
  if (completed === 0) return 'Nobody has completed it yet.';
  const who = `${capital(people(completed, 'has', 'have'))} completed it`;
  const them = completed === 1 ? 'This person' : 'They';
  const stand = 'Completions and certificates stand.';
  if (policy === 'nothing') return `${who}: nothing changes for them. ${stand}`;
  if (policy === 'note') return `${who}. ${them} will be asked to read what has changed. ${stand}`;
  const by = retakeBy ? ` by ${britishDate(retakeBy)}` : '';
  return `${who}. ${them} will be asked to take it again${by}. What was completed, and certificates, stay on record.`;
}

function whoIsHalfWay(concerned: Concerned, number: number, { halfWay }: RefreshPolicy): string {
  const count = halfWayElsewhere(concerned, number);
  if (count === 0) return 'Nobody is half-way on another version.';
  const versions = concerned.halfWay.filter(({ version }) => version !== number);
  const where =
    versions.length === 1
      ? ` on version ${versions[0]!.version}`
      : ` (${versions.map(({ version, people: some }) => `${figure(some)} on version ${version}`).join(', ')})`;
  const who = `${capital(people(count, 'is', 'are'))} half-way${where}`;
  return halfWay === 'finish_old'
    ? `${who}. ${count === 1 ? 'This person finishes' : 'They finish'} that version, and it counts.`
    : `${who}. ${count === 1 ? 'This person chooses' : 'Each chooses'}: to finish that version, which counts, or to start again on version ${number}. What was done stays on record.`;
}
