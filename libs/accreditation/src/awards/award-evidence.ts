import { momentInLondon } from '@induct/platform';
import type { AttendedPart, CompletedModule, ShownEvidence } from '../requirements/evidence.repository';
import type { WayKind } from '../requirements/way-kind';
import type { AwardShown } from '../rules/earned';

/** What an award rests on, frozen with it. Of a module what was recorded of it; else what an officer has accepted, or the award of another scheme. */
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
      /** Of an attendance. */
      place?: string;
      /** Of an attendance that was frozen since such time is counted (1125). */
      attended?: AttendedPart[];
    }
  | { kind: 'award'; schemeId: string; completedAt: Date; score: null; learningSeconds: 0 }
);

/** Evidence as it goes into an award. */
export function frozen(shown: ShownEvidence | AwardShown): AwardEvidence {
  const { title, requirement, metOn } = shown;
  if (shown.kind !== 'award' && shown.completed) return { title, ...shown.completed };
  const accepted = { completedAt: momentInLondon(metOn, '12:00'), score: null, learningSeconds: 0 as const };
  if (shown.kind === 'award') return { title, kind: shown.kind, schemeId: requirement, ...accepted };
  const kind = shown.kind as Exclude<WayKind, 'module'>;
  const place = shown.place === null ? {} : { place: shown.place };
  const attended = shown.attended?.length ? { attended: shown.attended } : {};
  return { title, kind, requirementId: requirement, ...accepted, ...place, ...attended };
}
