import { Inject, Injectable } from '@nestjs/common';
import type { VersionStanding } from '@induct/course';
import { type Letter, type Once, Outbox } from '@induct/letters';
import type { PersonCurrent } from '@induct/people';
import { CONFIG, type Config } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { Finding } from '../rules/finding';
import type { ClosedWhy, Round } from '../rules/round';
import { GateQueries } from '../settling/gate.queries';
import {
  type AboutRound,
  closedLetter,
  findingsBackLetter,
  invitationLetter,
  movedLetter,
  nudgeLetter,
} from './steering.letters';

type Returning = Pick<Finding, 'id' | 'number' | 'authorId' | 'text'>;

/** Writes to testers and officers, in the transaction of the act that causes it. */
@Injectable()
export class SteeringPost {
  constructor(
    private readonly outbox: Outbox,
    private readonly gate: GateQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async invite(tx: EntityManager, round: Round, personIds: readonly string[]): Promise<void> {
    const about = await this.about(tx, round);
    await this.post(tx, personIds, ['round-invitation', round.id], (name) => invitationLetter(name, about));
  }

  async nudge(tx: EntityManager, round: Round, personIds: readonly string[], at: Date): Promise<void> {
    const about = await this.about(tx, round);
    await this.post(tx, personIds, ['round-nudge', round.id, at.toISOString()], (name) => nudgeLetter(name, about));
  }

  async moved(tx: EntityManager, round: Round, personIds: readonly string[], at: Date): Promise<void> {
    const about = await this.about(tx, round);
    await this.post(tx, personIds, ['round-moved', round.id, at.toISOString()], (name) => movedLetter(name, about));
  }

  /** One letter for each author. */
  async askToConfirm(tx: EntityManager, round: Round, findings: readonly Returning[], at: Date): Promise<void> {
    const { module, version, url: roundUrl } = await this.about(tx, round);
    for (const authorId of new Set(findings.map((finding) => finding.authorId))) {
      const theirs = findings.filter((finding) => finding.authorId === authorId);
      const url = theirs.length === 1 ? `${this.config.SITE_ORIGIN}/testing/findings/${theirs[0]!.id}` : roundUrl;
      // What was opened again, and is said to be fixed once more, is asked about once more.
      const numbers = theirs.map(({ number }) => number).join('-');
      const once: Once = ['findings-back', round.id, at.toISOString(), numbers];
      await this.post(tx, [authorId], once, (name) =>
        findingsBackLetter(name, { module, version, url, findings: theirs }),
      );
    }
  }

  async closed(
    tx: EntityManager,
    round: Round,
    personIds: readonly string[],
    why: ClosedWhy,
    signedOff: number,
  ): Promise<void> {
    const about = await this.about(tx, round);
    const count = `${signedOff} of ${round.quorum} needed sign-offs`;
    const outcome =
      why === 'quorum'
        ? `Its quorum was reached: ${count}.`
        : `${why === 'deadline' ? 'The deadline came' : 'An officer closed it'} without its quorum: ${count}. It takes another round to sign this version off.`;
    await this.post(tx, [...new Set([...personIds, round.openedBy])], ['round-closed', round.id], (name) =>
      closedLetter(name, about, outcome),
    );
  }

  private async about(tx: EntityManager, round: Round): Promise<AboutRound> {
    const { title } = await this.gate.course(round.courseId, tx);
    const [version] = await tx.query<Pick<VersionStanding, 'number'>[]>(
      'select number from version_standing where id = $1',
      [round.versionId],
    );
    return {
      url: `${this.config.SITE_ORIGIN}/testing/rounds/${round.id}`,
      module: title,
      version: version!.number,
      round: round.number,
      deadline: round.deadline,
      focus: round.focus,
    };
  }

  private async post(
    tx: EntityManager,
    personIds: readonly string[],
    once: Once,
    write: (name: string) => Letter,
  ): Promise<void> {
    const people = await tx.query<Pick<PersonCurrent, 'id' | 'name' | 'email'>[]>(
      'select id, name, email from person_current where id = any($1) order by id',
      [personIds],
    );
    for (const { id, name, email } of people) {
      const letter = () => write(name);
      await this.outbox.post(tx, { once: [...once, id], recipient: email, isOfTheDesk: true, letter });
    }
  }
}
