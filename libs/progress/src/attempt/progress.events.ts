/** A person completed a course: announced once per registration, in the transaction of the commit that did it. */
export class CourseCompleted {
  constructor(
    readonly personId: string,
    readonly courseId: string,
    readonly registrationId: string,
    readonly attemptId: string,
    readonly versionId: string,
    readonly completedAt: Date,
    readonly learningSeconds: number,
    /** Per cent, 0 to 100; undefined when the course gives none. */
    readonly score?: number,
  ) {}
}

/** A person who had completed a course before has completed it in a further attempt. */
export class CourseCompletedAgain {
  constructor(
    readonly personId: string,
    readonly courseId: string,
    readonly completedAt: Date,
  ) {}
}

/** An officer has looked at a completion that was hard to believe: it counts. */
export class CompletionBelieved {
  constructor(
    readonly personId: string,
    readonly courseId: string,
    readonly at: Date,
  ) {}
}
