export { createCourseService } from './app';
export { CourseServiceModule } from './course-service.module';
export { PlayerModule } from './player.module';
