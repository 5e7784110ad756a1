/** What is known of an objective; what is absent is unknown. */
export interface ObjectiveState {
  satisfied?: boolean;
  /** −1 to 1. */
  measure?: number;
  completed?: boolean;
  /** 0 to 1. */
  progress?: number;
  raw?: number;
  min?: number;
  max?: number;
}

/** The tracking model of one activity (SN book 4.2). */
export interface ActivityState {
  /** Attempts begun. */
  attempts: number;
  active?: true;
  suspended?: true;
  /** Of the current attempt; absent when unknown. */
  completed?: boolean;
  /** Attempt completion amount, 0 to 1. */
  progress?: number;
  /** By the objective's key; the primary one may have ''. */
  objectives: Record<string, ObjectiveState>;
  /** What it has of its own belongs to an earlier attempt of its parent, which does not look at that any more. */
  oldObjectives?: true;
  oldProgress?: true;
  /** The children that take part, in the order they are taken; absent: all, as the manifest has them. */
  children?: string[];
  /** Selection or randomisation "once" has been done. */
  drawn?: true;
}

/** Where an attempt stands: plain JSON, never changed in place. */
export interface SequencingState {
  current?: string;
  suspended?: string;

  seed: number;
  /** How many numbers have been drawn, so that a replay draws the same. */
  draws: number;
  /** Activities that were never touched are absent. */
  activities: Record<string, ActivityState>;
  /** Global objectives. */
  globals: Record<string, ObjectiveState>;
  /** Shared data (adl.data) by the store's id. */
  data: Record<string, string>;
}
