import { Captures } from './captures.service';
import { LessonRepository } from './lesson.repository';
import { Lessons } from './lessons.service';

/** What others use. */
export const lessonServices = [Captures, Lessons];

export const lessonProviders = [...lessonServices, LessonRepository];
