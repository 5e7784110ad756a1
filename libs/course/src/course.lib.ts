import { lib } from '@induct/platform';
import { CourseModule } from './course.module';
import { Publishing } from './publishing/publishing.service';
import { courseMigrations } from './tables/tables';
import { CoursePublished } from './versions/course.events';

export const course = lib({
  name: 'course',
  module: CourseModule,
  migrations: courseMigrations,
  announces: [{ event: CoursePublished, by: [Publishing] }],
});
