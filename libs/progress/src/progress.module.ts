import { Module } from '@nestjs/common';
import { BatchReader } from './commits/batch-reader';
import { BatchRecorder } from './commits/batch-recorder';
import { ChangedPages } from './commits/changed-pages';
import { CommitLog } from './commits/commit-log';
import { CommitQueries } from './commits/commit.queries';
import { CommitRepository } from './commits/commit.repository';
import { CourseVersions } from './commits/course-versions';
import { Completions } from './commits/completions';
import { Doubting } from './commits/doubting.service';
import { DoubtRepository } from './doubts/doubt.repository';
import { KnownPlaces } from './commits/known-places';
import { LaunchQueries } from './launches/launch.queries';
import { LaunchRepository } from './launches/launch.repository';
import { Launching } from './launches/launching.service';
import { Sharing } from './launches/sharing.service';
import { SharingRepository } from './launches/sharing.repository';
import { Looks } from './doubts/looks.service';
import { Openings } from './openings/openings.service';
import { Registrations } from './openings/registrations.queries';
import { RenewalRepository } from './openings/renewal.repository';
import { Renewals } from './openings/renewals.service';
import { Retakes } from './retakes/retakes.queries';
import { RunTimePool } from './wire/run-time-pool';
import { TimelineQueries } from './timeline/timeline.queries';
import { Timelines } from './timeline/timelines.service';
import { StatementRepository } from './statements/statement.repository';
import { Statements } from './statements/statements.service';
import { SequencingQueries } from './sequencing/sequencing.queries';
import { OpeningQueries } from './openings/opening.queries';
import { Tracking } from './commits/tracking.service';

@Module({
  providers: [
    BatchReader,
    BatchRecorder,
    ChangedPages,
    CommitLog,
    CommitQueries,
    CommitRepository,
    CourseVersions,
    Completions,
    Doubting,
    DoubtRepository,
    KnownPlaces,
    LaunchQueries,
    LaunchRepository,
    Launching,
    Looks,
    Openings,
    Registrations,
    RenewalRepository,
    Renewals,
    Retakes,
    RunTimePool,
    OpeningQueries,
    SequencingQueries,
    Sharing,
    SharingRepository,
    StatementRepository,
    Statements,
    TimelineQueries,
    Timelines,
    Tracking,
  ],
  exports: [
    ChangedPages,
    Launching,
    Looks,
    Openings,
    Registrations,
    Renewals,
    Retakes,
    Statements,
    Timelines,
    Tracking,
  ],
})
export class ProgressModule {}
