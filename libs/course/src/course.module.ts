import { Module } from '@nestjs/common';
import { Courses } from './courses';
import { DeletionRepository } from './deletion.repository';
import { Disk } from './disk';
import { AgreedHosts } from './hosts/agreed-hosts.service';
import { HostRepository } from './hosts/host.repository';
import { OlderVersions } from './hosts/older-versions.service';
import { ImportProcesses } from './import-processes';
import { ImportTurns } from './import-turns.service';
import { PackageUploads } from './package-uploads.service';
import { PublicationRepository } from './publication.repository';
import { Publishing } from './publishing.service';
import { Room } from './room.service';
import { UploadRepository } from './upload.repository';
import { VersionDeletion } from './version-deletion.service';
import { VersionIntake } from './version-intake.service';
import { VersionRepository } from './version.repository';
import { VersionStates } from './version-states';

/** Which version members see, without what minds uploads: that is not for every process. Needs the platform module. */
@Module({
  providers: [PublicationRepository, Publishing, VersionRepository, VersionStates],
  exports: [Publishing, VersionRepository, VersionStates],
})
export class PublishingModule {}

/** Courses, their versions and the packages they come from. Needs the platform module. */
@Module({
  imports: [PublishingModule],
  providers: [
    AgreedHosts,
    Courses,
    DeletionRepository,
    Disk,
    HostRepository,
    ImportProcesses,
    ImportTurns,
    OlderVersions,
    PackageUploads,
    Room,
    UploadRepository,
    VersionDeletion,
    VersionIntake,
  ],
  exports: [AgreedHosts, Courses, PackageUploads, PublishingModule, VersionDeletion],
})
export class CourseModule {}
