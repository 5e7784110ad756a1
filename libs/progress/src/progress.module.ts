import { Module } from '@nestjs/common';
import { BatchReader } from './batch-reader';
import { BatchRecorder } from './batch-recorder';
import { CommitLog } from './commit-log';
import { CommitQueries } from './commit.queries';
import { CommitRepository } from './commit.repository';
import { CourseVersions } from './course-versions';
import { KnownPlaces } from './known-places';
import { LaunchQueries } from './launch.queries';
import { LaunchRepository } from './launch.repository';
import { Launching } from './launching.service';
import { Registrations } from './registrations.queries';
import { RunTimePool } from './run-time-pool';
import { Tracking } from './tracking.service';

@Module({
  providers: [
    BatchReader,
    BatchRecorder,
    CommitLog,
    CommitQueries,
    CommitRepository,
    CourseVersions,
    KnownPlaces,
    LaunchQueries,
    LaunchRepository,
    Launching,
    Registrations,
    RunTimePool,
    Tracking,
  ],
  exports: [Launching, Registrations, Tracking],
})
export class ProgressModule {}
