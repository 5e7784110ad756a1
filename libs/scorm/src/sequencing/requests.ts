import type { ObjectiveState, SequencingState } from './state';

export type NavigationRequest =
  | {
      kind:
        'start' | 'resumeAll' | 'continue' | 'previous' | 'exit' | 'exitAll' | 'abandon' | 'abandonAll' | 'suspendAll';
    }
  | { kind: 'choice' | 'jump'; target: string };

/** What a run of the current activity has said. Absent is unknown. */
export interface ActivityReport {
  completed?: boolean;
  satisfied?: boolean;
  /** Scaled, −1 to 1. */
  measure?: number;
  raw?: number;
  min?: number;
  max?: number;
  /** 0 to 1. */
  progress?: number;
  objectives: (ObjectiveState & { id: string })[];
  /** cmi.exit: the run pauses. */
  suspended?: boolean;
  /** adl.data, the stores it wrote. */
  data?: Record<string, string>;
}

export interface Navigated {
  state: SequencingState;
  /** The activity to open. */
  delivered?: string;
  /** The sequencing session is over: nothing is open and nothing is to be opened. */
  ended: boolean;
  /** The code of the SN book's exception. */
  refused?: { code: string };
  /** The processes that were gone through, with what they found: "TB.2.2 module-2 retry". */
  path: string[];
}

/** true, or the code of the reason why not. */
export type May = true | string;

export interface Available {
  continue: May;
  previous: May;
  exit: May;
  exitAll: May;
  abandon: May;
  abandonAll: May;
  suspendAll: May;
  choice: Record<string, May>;
  jump: Record<string, May>;
}

/** What the standard gives to a run when it starts. */
export interface RunTime {
  /** It goes on with a suspended attempt; else it begins a new one. */
  resumes: boolean;
  attempt: number;
  /** With what global objectives say, the primary one included when it has an id. */
  objectives: (ObjectiveState & { id: string; primary: boolean })[];
  completionThreshold?: number;
  scaledPassingScore?: number;
  /** The shape of the run-time's adl.data. */
  stores: { id: string; read: boolean; write: boolean; value?: string }[];
}
