/** What a learner or the content asks for (SN 5.6). */
export type NavigationRequest =
  | {
      kind:
        'start' | 'resumeAll' | 'continue' | 'previous' | 'exit' | 'exitAll' | 'abandon' | 'abandonAll' | 'suspendAll';
    }
  | { kind: 'choice' | 'jump'; target: string };

/** What is asked of the sequencing process when everything that had to end has ended. */
export type SequencingRequest =
  | { kind: 'start' | 'resumeAll' | 'continue' | 'previous' | 'exit' | 'retry' }
  | { kind: 'choice' | 'jump'; target: string };
