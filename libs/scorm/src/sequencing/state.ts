import type { ObjectiveValue } from './definition';

/** What is known of an objective; a value that is not there is unknown. Scores as the content wrote them. */
export interface ObjectiveState {
  satisfied?: boolean;
  measure?: number;
  raw?: string;
  min?: string;
  max?: string;
  completed?: boolean;
  progress?: number;
}

/** The tracking of an activity in its newest attempt (SN TM); an activity without one was never touched. */
export interface ActivityState {
  attempts: number;
  active: boolean;
  suspended: boolean;
  /** By the id of the objective. */
  objectives: Record<string, ObjectiveState>;
  /** Completion of the attempt; undefined: unknown. */
  completed?: boolean;
  /** How much of it is done, 0 to 1. */
  progress?: number;
  /** The group it belongs to has begun a new attempt since: what it says does not count for that (SN 3.13). */
  staleObjectives?: true;
  staleProgress?: true;
  /** Of the children, those that were drawn, in their order; undefined: all, as in the manifest. */
  available?: string[];
  /** It goes on with the attempt that was suspended. */
  resumed?: true;
  /** The content said "unknown" of this attempt: ending it makes nothing else of that. */
  completionUnknown?: true;
  successUnknown?: true;
  /** How long it took, where the package limits that; not of an attempt that began before this was kept. */
  time?: TrackedTime;
}

/** Moments in milliseconds since 1970, durations in milliseconds. */
export interface TrackedTime {
  /** Of the newest attempt: when it began, when it last ended or was put away, and what was experienced of it until then. */
  began: number;
  until?: number;
  experienced: number;
  /** Of a part that is open: since when. */
  since?: number;
  /** Of all attempts before the newest. */
  earlierAbsolute: number;
  earlierExperienced: number;
}

/** Where a learner's attempt at the whole stands. Plain JSON. */
export interface SequencingState {
  activities: Record<string, ActivityState>;
  /** Global objectives, by id. */
  globals: Record<string, ObjectiveState>;
  current?: string;
  /** Where the learner goes on after "save and come back later". */
  suspended?: string;
  /** What is drawn at random follows from it. */
  seed: number;
  /** What activities share (adl.data), by the id of the store; absent until something is written. */
  data?: Record<string, string>;
  /** How often was drawn. */
  draws: number;
  /** When what is shared was last changed, in milliseconds: global objectives and stores, by id. */
  changed?: { globals: Record<string, number>; data: Record<string, number> };
}

export const untouched = (): ActivityState => ({ attempts: 0, active: false, suspended: false, objectives: {} });

/** Sets or forgets one value. */
export function setValue<V extends ObjectiveValue>(objective: ObjectiveState, value: V, to: ObjectiveState[V]): void {
  if (to !== undefined) objective[value] = to;
  else if (value in objective) delete objective[value];
}
