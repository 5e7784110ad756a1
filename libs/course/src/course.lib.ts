import { lib } from '@induct/platform';
import { CourseModule } from './course.module';
import { DispatchDayEntity } from './dispatch/dispatch-day.entity';
import { DispatchEntity } from './dispatch/dispatch.entity';
import { DispatchZipEntity } from './dispatch/dispatch-zip.entity';
import { LocalFactEntity } from './facts/local-fact.entity';
import { LocalParagraphEntity } from './facts/local-paragraph.entity';
import { ReviewAnswerEntity } from './facts/review-answer.entity';
import { ReviewDateEntity } from './facts/review-date.entity';
import { ModuleSearchModule } from './search/module-search.module';
import { Publishing } from './publishing/publishing.service';
import { TasterEntity } from './tasters/taster.entity';
import { Tasters } from './tasters/tasters.service';
import { courseMigrations } from './tables/tables';
import { CourseBecomesTaster, CourseDescribed, CoursePublished, CourseWithdrawn } from './versions/course.events';
import { CourseEntity } from './versions/course.entity';
import { CourseVersionEntity } from './versions/course-version.entity';
import { VersionHostEntity } from './hosts/version-host.entity';
import { PublicationEntity } from './publishing/publication.entity';
import { PackageFileEntity } from './storage/package-file.entity';
import { PackageFileToRemoveEntity } from './storage/package-file-to-remove.entity';
import { PackageUploadEntity } from './uploads/package-upload.entity';
import { coursePersonData } from './course.person-data';
import { CourseCurrent } from './windows/course-current.window';
import { HostAgreed } from './windows/host-agreed.window';
import { PublicationMade } from './windows/publication-made.window';
import { UploadStanding } from './windows/upload-standing.window';
import { VersionReview } from './windows/version-review.window';
import { VersionStanding } from './windows/version-standing.window';

export const course = lib({
  name: 'course',
  standsOn: ['people'],
  module: CourseModule,
  worker: [ModuleSearchModule],
  entities: [
    CourseEntity,
    CourseVersionEntity,
    VersionHostEntity,
    PublicationEntity,
    PackageFileEntity,
    PackageFileToRemoveEntity,
    PackageUploadEntity,
    DispatchEntity,
    DispatchZipEntity,
    DispatchDayEntity,
    TasterEntity,
    LocalFactEntity,
    LocalParagraphEntity,
    ReviewAnswerEntity,
    ReviewDateEntity,
  ],
  windows: [CourseCurrent, HostAgreed, PublicationMade, UploadStanding, VersionReview, VersionStanding],
  migrations: courseMigrations,
  announces: [
    { event: CoursePublished, by: [Publishing] },
    { event: CourseDescribed, by: [Publishing] },
    { event: CourseWithdrawn, by: [Publishing] },
    { event: CourseBecomesTaster, by: [Tasters] },
  ],
  personData: coursePersonData,
});
