import { Injectable } from '@nestjs/common';
import {
  GatedPublishing,
  PreviewLog,
  Previews,
  type RoundStanding,
  Rounds,
  SignOffs,
  USUAL_CHECKLIST,
} from '@induct/steering';
import { DataSource } from 'typeorm';
import type { ShippedCourse } from './shipped-courses';
import type { DemoClock } from './demo-clock';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** People by their part in the demo's rounds. */
export interface DemoGroup {
  officer: string;
  testers: readonly string[];
}

type LastRound = Pick<RoundStanding, 'id' | 'closedWhy'>;

/** Tests a version as the demo's steering group does: each step through the service that the pages use. */
@Injectable()
export class DemoSteeringGroup {
  constructor(
    private readonly rounds: Rounds,
    private readonly previews: Previews,
    private readonly log: PreviewLog,
    private readonly signOffs: SignOffs,
    private readonly publishing: GatedPublishing,
    private readonly source: DataSource,
  ) {}

  openRound(
    clock: DemoClock,
    at: Date,
    round: {
      versionId: string;
      officer: string;
      testers: readonly string[];
      quorum: number;
      focus: string;
      days: number;
    },
  ): Promise<{ roundId: string }> {
    const { versionId, officer, testers, quorum, focus, days } = round;
    const deadline = new Date(at.getTime() + days * DAY);
    return clock.at(at, () => this.rounds.open(officer, { versionId, testers: [...testers], deadline, quorum, focus }));
  }

  /** The module opens for somebody, who looks at it for a while. @returns the preview's id */
  async preview(
    clock: DemoClock,
    at: Date,
    look: { versionId: string; roundId: string; tester: string; minutes: number; sco: string },
  ): Promise<string> {
    const { versionId, roundId, tester, minutes, sco } = look;
    const { token, previewId } = await clock.at(at, () => this.previews.open({ versionId, roundId, by: tester }));
    const shownMs = minutes * MINUTE;
    const opened = { at: 0, sco, call: 'opened', element: 'sco', value: '', answer: '', error: '' };
    const batch = { page: 'demo-page', first: 0, calls: [opened], now: shownMs, shownMs };
    await clock.at(new Date(at.getTime() + shownMs), () => this.log.log(token, batch));
    return previewId;
  }

  async signOff(clock: DemoClock, at: Date, roundId: string, tester: string): Promise<void> {
    const answers = USUAL_CHECKLIST.map((_, line) => [String(line + 1), { answer: 'yes' as const }]);
    await clock.at(at, () => this.signOffs.signOff(roundId, tester, { checklist: Object.fromEntries(answers) }));
  }

  /** A round that ends well, and the publication. */
  async testAndPublish(
    clock: DemoClock,
    at: Date,
    versionId: string,
    { slug: sco, title, summary, minutes, core }: ShippedCourse,
    { officer, testers }: DemoGroup,
  ): Promise<void> {
    const last = await this.lastRound(versionId);
    let time = at;
    if (last?.closedWhy !== 'quorum') {
      const focus = 'Is everything right for our council, and in words that a new member understands?';
      const round = { versionId, officer, testers, quorum: testers.length, focus, days: 14 };
      // A start that was interrupted goes on with the round it had opened.
      const roundId = last?.closedWhy === null ? last.id : (await this.openRound(clock, at, round)).roundId;
      for (const tester of testers) {
        time = new Date(time.getTime() + DAY + 37 * MINUTE);
        await this.preview(clock, time, { versionId, roundId, tester, minutes, sco });
        await this.signOff(clock, new Date(time.getTime() + (minutes + 4) * MINUTE), roundId, tester);
      }
    }
    await clock.at(new Date(time.getTime() + DAY), () =>
      this.publishing.publish(
        versionId,
        officer,
        { title, summary, minutes, core },
        { policy: 'nothing', changeNote: '', halfWay: 'finish_old' },
      ),
    );
  }

  /** @returns why it was closed; null while it is open */
  private async lastRound(versionId: string): Promise<LastRound | undefined> {
    const [round] = await this.source.query<LastRound[]>(
      'select id, closed_why as "closedWhy" from round_standing where version_id = $1 order by number desc limit 1',
      [versionId],
    );
    return round;
  }
}
