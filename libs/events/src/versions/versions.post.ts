import { Inject, Injectable } from '@nestjs/common';
import { type Letter, type Once, Outbox } from '@induct/letters';
import type { PersonCurrent } from '@induct/people';
import { CONFIG, type Config } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { ProgrammeDecisionEntity } from './programme-decision.entity';
import type { ProgrammePeriodEntity } from './programme-period.entity';
import type { ProgrammeVersionEntity } from './programme-version.entity';
import { type AboutVersion, confirmLetter, proposedLetter } from './versions.letters';

type Version = Pick<ProgrammeVersionEntity, 'id' | 'number'>;
type Named = Pick<ProgrammePeriodEntity, 'slug' | 'title'>;

/** Writes to the steering group about versions of the programme, in the transaction of the act that causes it. */
@Injectable()
export class VersionsPost {
  constructor(
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async proposed(tx: EntityManager, programme: Named, version: Version): Promise<void> {
    const about = this.about(programme, version);
    await this.toTheGroup(tx, ['programme-proposed', version.id], null, (name) => proposedLetter(name, about));
  }

  /** Not to whoever recorded it: they cannot confirm it. */
  async toConfirm(
    tx: EntityManager,
    programme: Named,
    version: Version,
    { id, decision, meetingOn, recordedBy }: ProgrammeDecisionEntity,
  ): Promise<void> {
    const about = { ...this.about(programme, version), decision, meetingOn };
    await this.toTheGroup(tx, ['programme-decided', id], recordedBy, (name) => confirmLetter(name, about));
  }

  private about({ slug, title }: Named, { number }: Version): AboutVersion {
    return { title, number, url: `${this.config.SITE_ORIGIN}/testing/programme/${slug}/${number}` };
  }

  private async toTheGroup(
    tx: EntityManager,
    once: Once,
    except: string | null,
    write: (name: string) => Letter,
  ): Promise<void> {
    const group = await tx.query<Pick<PersonCurrent, 'id' | 'name' | 'email'>[]>(
      `select p.id, p.name, p.email from person_current p join role_held r on r.person_id = p.id and r.role = 'tester'
        where p.is_active and p.id is distinct from $1 order by p.id`,
      [except],
    );
    for (const { id, name, email } of group)
      await this.outbox.post(tx, {
        once: [...once, id],
        recipient: email,
        isOfTheDesk: true,
        letter: () => write(name),
      });
  }
}
