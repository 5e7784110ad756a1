import { Module } from '@nestjs/common';
import { BatchReader } from './batch-reader';
import { BatchRecorder } from './batch-recorder';
import { ChangedPages } from './changed-pages';
import { CommitLog } from './commit-log';
import { CommitQueries } from './commit.queries';
import { CommitRepository } from './commit.repository';
import { CourseVersions } from './course-versions';
import { Doubting } from './doubting.service';
import { DoubtRepository } from './doubt.repository';
import { KnownPlaces } from './known-places';
import { LaunchQueries } from './launch.queries';
import { LaunchRepository } from './launch.repository';
import { Launching } from './launching.service';
import { Looks } from './looks.service';
import { Openings } from './openings.service';
import { Registrations } from './registrations.queries';
import { RenewalRepository } from './renewal.repository';
import { Renewals } from './renewals.service';
import { RunTimePool } from './run-time-pool';
import { StandingQueries } from './standing.queries';
import { Tracking } from './tracking.service';

@Module({
  providers: [
    BatchReader,
    BatchRecorder,
    ChangedPages,
    CommitLog,
    CommitQueries,
    CommitRepository,
    CourseVersions,
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
    RunTimePool,
    StandingQueries,
    Tracking,
  ],
  exports: [ChangedPages, Launching, Looks, Openings, Registrations, Renewals, Tracking],
})
export class ProgressModule {}
