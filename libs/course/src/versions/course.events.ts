/** A version of a course is now the one that members see. Handled in the transaction that published it. */
export class CoursePublished {
  constructor(
    readonly courseId: string,
    readonly versionId: string,
    readonly core: boolean,
    readonly publicationId: string,
  ) {}
}

/** What members read about a course has changed, or whether it is a core module; which version they see has not. */
export class CourseDescribed {
  constructor(readonly courseId: string) {}
}

/** Anybody may try it from now on: whoever asks for it says so by throwing, and it becomes none. */
export class CourseBecomesTaster {
  constructor(readonly courseId: string) {}
}

/** Members see the course no longer. */
export class CourseWithdrawn {
  constructor(readonly courseId: string) {}
}
