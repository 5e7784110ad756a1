import { lib } from '@induct/platform';
import { CourseModule } from './course.module';
import { Publishing } from './publishing/publishing.service';
import { courseMigrations } from './tables/tables';
import { CoursePublished } from './versions/course.events';
import { CourseCurrent } from './windows/course-current.window';
import { HostAgreed } from './windows/host-agreed.window';
import { PublicationMade } from './windows/publication-made.window';
import { UploadStanding } from './windows/upload-standing.window';
import { VersionStanding } from './windows/version-standing.window';

export const course = lib({
  name: 'course',
  module: CourseModule,
  windows: [CourseCurrent, HostAgreed, PublicationMade, UploadStanding, VersionStanding],
  migrations: courseMigrations,
  announces: [{ event: CoursePublished, by: [Publishing] }],
});
