import { PackageUploads } from '@induct/course';
import type { ChecklistAnswers } from '@induct/steering';
import { Desk } from './given-desk';
import { GivenTesting } from './given-testing';
import { scormPackage } from './packages';

/** What an officer enters to publish it. */
export const DESCRIBED = { title: 'Golf for members', summary: 'Why it matters.', minutes: '25', core: 'no' };

/** A module whose versions an officer uploads at the desk, and two testers. */
export class UploadedModule {
  readonly versions: string[] = [];
  private readonly given: GivenTesting;

  private constructor(
    readonly desk: Desk,
    readonly testers: readonly string[],
    private course = { id: '', slug: '' },
  ) {
    this.given = new GivenTesting(desk.database.source);
  }

  /** @param first parts of its first version */
  static async open(first: string[]): Promise<UploadedModule> {
    const desk = await Desk.open();
    const testers = [await desk.who('tester'), await desk.given.aPerson({ name: 'Tom Tester', roles: ['tester'] })];
    const module = new UploadedModule(desk, testers);
    await module.upload(first);
    return module;
  }

  close(): Promise<void> {
    return this.desk.close();
  }

  get courseId(): string {
    return this.course.id;
  }

  get href(): string {
    return `/admin/modules/${this.course.slug}`;
  }

  page(number: number, more = ''): string {
    return `${this.href}/versions/${number}${more}`;
  }

  rows<T>(sql: string, ...values: unknown[]): Promise<T[]> {
    return this.desk.database.source.query<T[]>(sql, values);
  }

  async upload(parts: string[]): Promise<void> {
    const content = await scormPackage({
      title: 'Golf explained',
      scos: parts.map((id) => ({ id, title: `Part ${id}` })),
    });
    const sent = await this.desk.upload('officer', { name: 'golf.zip', content }, { module: this.course.slug });
    const uploadId = String(sent.headers.location).split('/').at(-1)!;
    const upload = await this.desk.app.get(PackageUploads, { strict: false }).finished(uploadId);
    const [course] = await this.rows<{ id: string; slug: string }>(
      'select id, slug from course where id = $1',
      upload.courseId,
    );
    this.course = course!;
    this.versions.push(upload.versionId!);
  }

  /** A round on a version that is over: of its two testers so many signed it off, and two were needed. */
  async tested(number: number, signOffs: number, but: ChecklistAnswers = {}): Promise<void> {
    const now = this.desk.clock.now();
    const roundId = await this.given.aRound({
      courseId: this.courseId,
      versionId: this.versions[number - 1]!,
      openedBy: await this.desk.who('officer'),
      testers: this.testers,
      openedAt: now,
    });
    for (const tester of this.testers.slice(0, signOffs))
      await this.given.aSignOff(roundId, tester, 'signed_off', '', but);
    await this.given.closed(roundId, signOffs >= 2 ? 'quorum' : 'deadline', undefined, now);
  }
}
