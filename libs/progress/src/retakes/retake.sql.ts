/**
 * Whether finishing an attempt on a version meets what a publication of the course asks: the version was published then or
 * later. Names of columns: the course's id, the attempt's version's id, the number of the publication; of several that ask,
 * the highest is the one to meet.
 */
export const meetsRetake = (courseId: string, versionId: string, number: string): string =>
  `exists (
      select from publication_made q
       where q.course_id = ${courseId} and q.version_id = ${versionId} and q.number >= ${number})`;
