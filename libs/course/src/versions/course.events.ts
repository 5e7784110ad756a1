/** A version of a course is now the one that members see. Handled in the transaction that published it. */
export class CoursePublished {
  constructor(
    readonly courseId: string,
    readonly versionId: string,
    readonly core: boolean,
    readonly publicationId: string,
  ) {}
}
