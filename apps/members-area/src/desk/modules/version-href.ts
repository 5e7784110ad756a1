/** The officers' page of a version. */
export const versionHref = ({ course, number }: { course: { slug: string }; number: number }): string =>
  `/admin/modules/${encodeURIComponent(course.slug)}/versions/${number}`;
