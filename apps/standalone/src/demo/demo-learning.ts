import { Injectable } from '@nestjs/common';
import { Launching, Tracking } from '@induct/progress';
import type { ShippedCourse } from './shipped-courses';
import type { DemoClock } from './demo-clock';
import type { Visit } from './stories/history';
import { type PlayerRecords, playerRecords } from './learning/player-records';
import { sessionData } from './learning/session-data';

const MINUTE = 60_000;

/** Learns as a member of the demo council did: each visit is a launch and its commit. */
@Injectable()
export class DemoLearning {
  private records?: PlayerRecords;

  constructor(
    private readonly launching: Launching,
    private readonly tracking: Tracking,
  ) {}

  /** @param before the earlier visits to the same module */
  async visit(
    clock: DemoClock,
    visit: Visit,
    { personId, courseId, course, before }: Learner & { before: readonly Visit[] },
  ): Promise<void> {
    const opened = clock.daysAgo(visit.daysAgo, visit.hour);
    const { token } = await clock.at(opened, () => this.launching.open({ personId, courseId }));
    const { player, modules } = (this.records ??= playerRecords());
    const cmi = sessionData(player, modules.get(course.slug)!, [...before, visit], opened);
    const shownMs = visit.minutes * MINUTE;
    const answer = await clock.at(new Date(opened.getTime() + shownMs), () =>
      this.tracking.commit(token, { seq: 1, sco: course.slug, run: 1, final: true, cmi: { ...cmi }, shownMs }),
    );
    if (!answer.ok) throw new Error(`The demo's commit was refused: ${answer.error}`);
  }
}

export interface Learner {
  personId: string;
  courseId: string;
  course: ShippedCourse;
}
