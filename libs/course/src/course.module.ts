import { Module } from '@nestjs/common';
import { Courses } from './courses';
import { ImportProcesses } from './import-processes';
import { PackageUploads } from './package-uploads.service';
import { Publishing } from './publishing.service';
import { UploadRepository } from './upload.repository';
import { VersionIntake } from './version-intake.service';
import { VersionRepository } from './version.repository';

/** Courses, their versions and the packages they come from. Needs the platform module. */
@Module({
  providers: [Courses, ImportProcesses, PackageUploads, Publishing, UploadRepository, VersionIntake, VersionRepository],
  exports: [Courses, PackageUploads, Publishing],
})
export class CourseModule {}
