/** A module that the scheme asks for. */
export interface RequiredCourse {
  courseId: string;
  title: string;
}

/** A module that the person has completed. */
export interface CompletedCourse {
  courseId: string;
  completedAt: Date;
  /** Per cent, when the module reports one. */
  score: number | null;
  learningSeconds: number;
  /** The version the person completed. */
  versionId: string | null;
}

/** What the award rests on, frozen with it. */
export type Evidence = RequiredCourse & CompletedCourse;

/**
 * The rule of "Core skills": every published core module is completed. A scheme that asks for nothing is met by nobody.
 * @returns the evidence in the order of the requirements, or what is missing
 */
export function evaluate(
  required: readonly RequiredCourse[],
  completed: readonly CompletedCourse[],
): { met: true; evidence: Evidence[] } | { met: false; missing: RequiredCourse[] } {
  const byCourse = new Map(completed.map((course) => [course.courseId, course]));
  const evidence = required.flatMap((course) => {
    const done = byCourse.get(course.courseId);
    return done ? [{ ...done, ...course }] : [];
  });
  if (evidence.length > 0 && evidence.length === required.length) return { met: true, evidence };
  return { met: false, missing: required.filter((course) => !byCourse.has(course.courseId)) };
}
