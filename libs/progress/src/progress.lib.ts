import { CoursePublished } from '@induct/course';
import { lib } from '@induct/platform';
import { CompletionBelieved, CourseCompleted, CourseCompletedAgain } from './attempt/progress.events';
import { BatchRecorder } from './commits/batch-recorder';
import { Looks } from './doubts/looks.service';
import { Renewals } from './openings/renewals.service';
import { ProgressModule } from './progress.module';
import { progressMigrations } from './tables/tables';

export const progress = lib({
  name: 'progress',
  module: ProgressModule,
  migrations: progressMigrations,
  announces: [
    { event: CourseCompleted, by: [BatchRecorder] },
    { event: CourseCompletedAgain, by: [BatchRecorder] },
    { event: CompletionBelieved, by: [Looks] },
  ],
  listens: [{ event: CoursePublished, by: Renewals }],
});
