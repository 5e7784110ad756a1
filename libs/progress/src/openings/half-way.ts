import type { HalfWayChoice } from './launching.rules';
import type { BeforeOpeningRow } from './opening.queries';

/** What the page tells somebody who is half-way on an older version and may choose. */
export interface HalfWay {
  begun: {
    version: number;
    startedAt: Date;
    /** When something was last recorded; when it was begun, if nothing has been. */
    recordedAt: Date;
    /** Share done, 0 to 1, as far as the package reports it. */
    progress: number | null;
  };
  renewed: { version: number; publishedAt: Date; changeNote: string };
  /** What was chosen before: that can be changed. */
  chosen: HalfWayChoice | undefined;
  /** The course was completed before, and this is the retake of it. */
  isRetake: boolean;
}

export function halfWayOf(standing: BeforeOpeningRow): HalfWay {
  return {
    begun: {
      version: standing.lastVersion!,
      startedAt: standing.lastStartedAt!,
      recordedAt: standing.lastRecordedAt!,
      progress: standing.lastProgress,
    },
    renewed: {
      version: standing.publishedVersion!,
      publishedAt: standing.publishedAt!,
      changeNote: standing.changeNote ?? '',
    },
    chosen: standing.chosen,
    isRetake: standing.isCompleted,
  };
}
