import { Injectable } from '@nestjs/common';
import { Clock, type Day, dayInLondon } from '@induct/platform';
import { EntriesRepository, type RegisterEdition } from './entries.repository';
import { WhoMaySit } from './who-may-sit.queries';

/** Somebody who holds the certificate that the register is about, for a body of it. */
export interface Registered {
  personId: string;
  name: string;
  bodyId: string;
  /** The day of their certificate. */
  from: Day;
  /** Its last day; null when it has none. */
  until: Day | null;
}

/** The register as anybody reads it, on a day. */
export interface PublicRegister {
  day: Day;
  edition: RegisterEdition;
  /** By name; never who holds none. */
  registered: Registered[];
}

/** What is published of who may take part: it follows the law, and no privacy choice of a member touches it. */
@Injectable()
export class PublicRegisters {
  constructor(
    private readonly entries: EntriesRepository,
    private readonly who: WhoMaySit,
    private readonly clock: Clock,
  ) {}

  /** Whether there is one today. */
  async isKept(): Promise<boolean> {
    return (await this.edition(this.clock.now())) !== undefined;
  }

  /** Of today in London; undefined while there is none. */
  async today(): Promise<PublicRegister | undefined> {
    const now = this.clock.now();
    const day = dayInLondon(now);
    const edition = await this.edition(now);
    if (!edition) return undefined;
    const sitters = await this.who.on({ day, knownAt: now, bodyIds: edition.bodyIds });
    const registered = sitters.flatMap(({ personId, name, bodyId, asked }) => {
      const held = asked.find(({ kind, met }) => kind === 'statutory' && met);
      return held ? [{ personId, name, bodyId, from: held.since!, until: held.until }] : [];
    });
    return { day, edition, registered };
  }

  private async edition(now: Date): Promise<RegisterEdition | undefined> {
    const edition = await this.entries.editionOn(dayInLondon(now), now);
    return edition?.mode === 'off' ? undefined : edition;
  }
}
