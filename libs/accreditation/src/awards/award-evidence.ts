import { momentInLondon } from '@induct/platform';
import type { CompletedModule, ShownEvidence } from '../requirements/evidence.repository';
import type { WayKind } from '../requirements/way-kind';

/** What an award rests on, frozen with it. Of a module what was recorded of it; else what an officer has accepted. */
export type AwardEvidence = { title: string } & (
  | CompletedModule
  | {
      /** By decision of two officers, for what Induct did not see. */
      kind: 'by_hand';
      byHandId: string;
      completedAt: Date;
      score: null;
      learningSeconds: 0;
    }
  | {
      kind: Exclude<WayKind, 'module'>;
      requirementId: string;
      completedAt: Date;
      score: null;
      learningSeconds: 0;
    }
);

/** Evidence as it goes into an award. */
export function frozen({ title, completed, kind, requirement, metOn }: ShownEvidence): AwardEvidence {
  if (completed) return { title, ...completed };
  return {
    title,
    kind: kind as Exclude<WayKind, 'module'>,
    requirementId: requirement,
    completedAt: momentInLondon(metOn, '12:00'),
    score: null,
    learningSeconds: 0,
  };
}
