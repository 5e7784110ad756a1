import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { PackageUploads } from '@induct/course';
import { Findings } from '@induct/steering';
import { DataSource } from 'typeorm';
import { type ShippedCourse, ShippedCourses } from './shipped-courses';
import { correctedPackage } from './corrected-package';
import type { DemoClock } from './demo-clock';
import { type DemoGroup, DemoSteeringGroup } from './demo-steering-group';

const CHANGES = 'Screen 5: the pause before the answer is gone. Screen 7: the second heading says what it is about.\n';

/** A round that is going on: a corrected version, testers at different points, findings in several states. */
@Injectable()
export class DemoFindings {
  constructor(
    private readonly shipped: ShippedCourses,
    private readonly uploads: PackageUploads,
    private readonly steering: DemoSteeringGroup,
    private readonly findings: Findings,
    private readonly source: DataSource,
  ) {}

  async openRound(clock: DemoClock, course: ShippedCourse, { officer, testers }: DemoGroup): Promise<void> {
    const { courseId } = await this.shipped.import(course, officer);
    if (await this.hasOpenRound(courseId)) return;
    const versionId = await this.uploadCorrected(clock, course, courseId, officer);
    const opened = clock.daysAgo(6, 9);
    const focus = 'Are the two corrections right? And please read the questions of the final test once more.';
    const round = { versionId, officer, testers, quorum: 3, focus, days: 15 };
    const { roundId } = await this.steering.openRound(clock, opened, round);
    const [first, second, third] = testers as [string, string, string, ...string[]];
    const { minutes, slug: sco } = course;
    const place = (screen: number) => ({
      sco: course.slug,
      scoTitle: course.title,
      location: course.screens[Math.min(screen, course.screens.length) - 1]!,
      progress: screen / course.screens.length,
    });

    await this.steering.preview(clock, clock.daysAgo(5, 18), { versionId, roundId, tester: first, minutes, sco });
    await this.steering.signOff(clock, clock.daysAgo(5, 18, minutes + 6), roundId, first);

    const previewId = await this.steering.preview(clock, clock.daysAgo(4, 20), {
      versionId,
      roundId,
      tester: second,
      minutes: Math.round(minutes / 2),
      sco,
    });
    const raise = (at: Date, by: string, finding: Omit<Parameters<Findings['raise']>[1], 'roundId'>) =>
      clock.at(at, () => this.findings.raise(by, { roundId, ...finding }));
    const blocking = await raise(clock.daysAgo(4, 20, 9), second, {
      severity: 'blocking',
      previewId,
      ...place(5),
      text: 'On my tablet the last answer lies below the edge of the screen, and I cannot reach it. I had to turn the tablet round.',
    });
    await clock.at(clock.daysAgo(3, 9), () =>
      this.findings.comment(
        blocking.findingId,
        officer,
        'Thank you. Which tablet is it, and how large is its text set?',
      ),
    );
    await clock.at(clock.daysAgo(3, 19), () =>
      this.findings.comment(blocking.findingId, second, 'The council’s own, with the text one step larger than usual.'),
    );
    await clock.at(clock.daysAgo(2, 10), () => this.findings.assign(blocking.findingId, officer, officer));

    const answered = await raise(clock.daysAgo(4, 20, 14), second, {
      severity: 'should_fix',
      previewId,
      ...place(7),
      text: 'The third answer to the question is longer than the others: one guesses that it is the right one.',
    });
    await clock.at(clock.daysAgo(3, 10), () =>
      this.findings.answer(answered.findingId, officer, 'Fair. We shall even the answers out in the next version.'),
    );

    await this.steering.preview(clock, clock.daysAgo(2, 8), { versionId, roundId, tester: third, minutes, sco });
    const wish = await raise(clock.daysAgo(2, 8, 20), third, {
      severity: 'suggestion',
      ...place(2),
      text: 'Could there be a picture of the chamber at the beginning?',
    });
    await clock.at(clock.daysAgo(1, 11), () =>
      this.findings.willNotFix(
        wish.findingId,
        officer,
        'The chamber is being rebuilt until the spring. We look at it again then.',
      ),
    );
  }

  private async hasOpenRound(courseId: string): Promise<boolean> {
    const rows = await this.source.query<unknown[]>(
      `select 1 from round_standing where course_id = $1 and state = 'open'`,
      [courseId],
    );
    return rows.length > 0;
  }

  private async uploadCorrected(clock: DemoClock, course: ShippedCourse, courseId: string, officer: string) {
    const bytes = await correctedPackage(this.shipped.pathOf(course), CHANGES);
    const { versionId } = await clock.at(clock.daysAgo(7, 14), async () => {
      const about = { fileName: course.file.replace('.zip', '-corrected.zip'), courseId, uploadedBy: officer };
      return this.uploads.finished(await this.uploads.receive(Readable.from([bytes]), about));
    });
    if (!versionId) throw new Error('The corrected version of the demo was refused');
    return versionId;
  }
}
