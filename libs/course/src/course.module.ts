import { Module } from '@nestjs/common';
import { LaunchTexts } from './search/launch-texts';
import { ModuleEntries } from './search/module-entries';
import { Courses } from './versions/courses';
import { DispatchRepository } from './dispatch/dispatch.repository';
import { Dispatches } from './dispatch/dispatches.service';
import { DeletionRepository } from './storage/deletion.repository';
import { CouncilWordsOf } from './facts/council-words.service';
import { FactsRepository } from './facts/facts.repository';
import { LocalFacts } from './facts/local-facts.service';
import { LocalParagraphs } from './facts/local-paragraphs.service';
import { Reviews } from './facts/reviews.service';
import { Disk } from './storage/disk';
import { AgreedHosts } from './hosts/agreed-hosts.service';
import { HostRepository } from './hosts/host.repository';
import { OlderVersions } from './hosts/older-versions.service';
import { ImportProcesses } from './reading/import-processes';
import { ImportTurns } from './uploads/import-turns.service';
import { PackageUploads } from './uploads/package-uploads.service';
import { PublicationRepository } from './publishing/publication.repository';
import { Publishing } from './publishing/publishing.service';
import { Room } from './storage/room.service';
import { TasterRepository } from './tasters/taster.repository';
import { Tasters } from './tasters/tasters.service';
import { UploadRepository } from './uploads/upload.repository';
import { VersionDeletion } from './versions/version-deletion.service';
import { VersionIntake } from './versions/version-intake.service';
import { VersionRepository } from './versions/version.repository';
import { VersionStates } from './publishing/version-states';

/** Which version members see, without what minds uploads: that is not for every process. Needs the platform module. */
@Module({
  providers: [LaunchTexts, ModuleEntries, PublicationRepository, Publishing, VersionRepository, VersionStates],
  exports: [ModuleEntries, Publishing, VersionRepository, VersionStates],
})
export class PublishingModule {}

/** Courses, their versions and the packages they come from. Needs the platform module. */
@Module({
  imports: [PublishingModule],
  providers: [
    AgreedHosts,
    CouncilWordsOf,
    Courses,
    DeletionRepository,
    Disk,
    DispatchRepository,
    Dispatches,
    FactsRepository,
    HostRepository,
    ImportProcesses,
    ImportTurns,
    LocalFacts,
    LocalParagraphs,
    OlderVersions,
    PackageUploads,
    Reviews,
    Room,
    TasterRepository,
    Tasters,
    UploadRepository,
    VersionDeletion,
    VersionIntake,
  ],
  exports: [
    AgreedHosts,
    CouncilWordsOf,
    Courses,
    Dispatches,
    LocalFacts,
    LocalParagraphs,
    PackageUploads,
    PublishingModule,
    Reviews,
    Tasters,
    VersionDeletion,
  ],
})
export class CourseModule {}
