import type { SequencingTree } from '../sequencing/definition';
import { durationsOf } from '../sequencing/durations';
import { completionOf, known, primaryOf, progressOf } from '../sequencing/objectives';
import type { SequencingState } from '../sequencing/state';
import { Work } from '../sequencing/work';
import { lengthInWords } from './length-words';

/** What is known of an activity in its newest attempt, as its rules see it. */
export interface Tracked {
  id: string;
  attempts: number;
  stands: 'open' | 'suspended' | 'ended' | 'untouched';
  /** Undefined: unknown. */
  completed?: boolean;
  satisfied?: boolean;
  /** −1 to 1. */
  measure?: number;
  /** 0 to 1. */
  progress?: number;
  /** How long it was open in its newest attempt, in milliseconds, where its package limits such a thing. */
  openFor?: number;
}

/** Every activity, in the order of the manifest. @param at now, in milliseconds since 1970 */
export function trackingOf(tree: SequencingTree, state: SequencingState, at: number): Tracked[] {
  const work = new Work(tree, state, at);
  return [...tree.activities.values()].map((definition) => {
    const { id } = definition;
    const { attempts, active, suspended } = work.seen(id);
    const { satisfied, measure } = known(work, id, primaryOf(definition));
    const [completed, progress] = [completionOf(work, id), progressOf(work, id)];
    const openFor = durationsOf(work, id)?.attemptExperienced;
    return {
      id,
      attempts,
      stands: active ? 'open' : suspended ? 'suspended' : attempts > 0 ? 'ended' : 'untouched',
      ...(completed !== undefined && { completed }),
      ...(satisfied !== undefined && { satisfied }),
      ...(measure !== undefined && { measure }),
      ...(progress !== undefined && { progress }),
      ...(openFor !== undefined && { openFor }),
    };
  });
}

const STANDS: Readonly<Record<Tracked['stands'], string>> = {
  open: 'Open now',
  suspended: 'Put away, to be gone on with',
  ended: 'Ended',
  untouched: 'Not begun',
};

/** `Open now · attempt 2 · not completed · passed · score 80%`. */
export function trackingInWords({
  attempts,
  stands,
  completed,
  satisfied,
  measure,
  progress,
  openFor,
}: Tracked): string {
  const begun = attempts > 0;
  return [
    STANDS[stands],
    ...(begun ? [`attempt ${attempts}`] : []),
    ...either(completed, 'completed', 'not completed', begun && 'completion unknown'),
    ...either(satisfied, 'passed', 'not passed', begun && 'success unknown'),
    ...(measure === undefined ? [] : [`score ${percent(measure)}`]),
    ...(progress === undefined || completed ? [] : [`${percent(progress)} done`]),
    ...(openFor === undefined ? [] : [`was open for ${lengthInWords(Math.round(openFor / 1000) * 1000)}`]),
  ].join(' · ');
}

function either(value: boolean | undefined, yes: string, no: string, unknown: string | false): string[] {
  if (value !== undefined) return [value ? yes : no];
  return unknown ? [unknown] : [];
}

export const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;
