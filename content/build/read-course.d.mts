/** Throws CourseSourcesInvalid, whose message names every problem with its file and line. */
export function readCourse(folder: string): { slug: string; title: string };
