import { Injectable } from '@nestjs/common';
import { Clock, type Day, dayInLondon } from '@induct/platform';
import { DataSource } from 'typeorm';
import type { Certificate } from '../certificate/certificate';
import type { MandateEntity } from '../mandates/mandate.entity';
import { MandateRepository } from '../mandates/mandate.repository';
import { ObligationRepository } from '../mandates/obligation.repository';
import { PersonFactsQueries } from '../mandates/person-facts.queries';
import { settled } from '../mandates/settled';
import { AwardRepository } from '../awards/award.repository';
import { type RestingAward, type RestingCertificate, RestingRepository } from './resting.repository';

/** Something that a certificate has met, and that is asked again without it. */
export interface AskedAgain extends Pick<MandateEntity, 'title'> {
  dueOn: Day;
  /** A political group asks it itself: only its champion hears of it. */
  inGroup: boolean;
}

/** What an officer has to know before a certificate is taken out of force. */
export interface Follows {
  resting: RestingCertificate[];
  /** What rests on it and waits for an officer to issue it. */
  waiting: RestingAward[];
  /** When it is revoked today. */
  again: AskedAgain[];
}

/** What hangs on a certificate: others that rest on it, and what is asked of its holder that it has met. */
@Injectable()
export class WhatFollows {
  constructor(
    private readonly source: DataSource,
    private readonly resting: RestingRepository,
    private readonly awards: AwardRepository,
    private readonly mandates: MandateRepository,
    private readonly obligations: ObligationRepository,
    private readonly facts: PersonFactsQueries,
    private readonly clock: Clock,
  ) {}

  async of(certificate: Pick<Certificate, 'id' | 'awardId' | 'personId'>): Promise<Follows> {
    const [resting, waiting, again] = await Promise.all([
      this.resting.on(certificate.id),
      this.resting.waitingOn(certificate.id),
      this.againWithout(certificate),
    ]);
    return { resting, waiting, again };
  }

  /** Worked out as the worker does it once the certificate is gone. */
  private async againWithout({ awardId, personId }: Pick<Certificate, 'awardId' | 'personId'>): Promise<AskedAgain[]> {
    const tx = this.source.manager;
    const today = dayInLondon(this.clock.now());
    const schemeId = await this.awards.onlySchemeOf(tx, awardId, today);
    const mandates = schemeId === undefined ? [] : await this.mandates.adopted(tx);
    const theirs = mandates.filter((mandate) => mandate.schemeId === schemeId);
    const person = theirs.length === 0 ? undefined : await this.facts.of(tx, personId);
    if (!person) return [];
    const ids = new Set(theirs.map(({ id }) => id));
    const kept = (await this.obligations.ofPerson(tx, personId)).filter(({ mandateId }) => ids.has(mandateId));
    const lost = new Set(kept.filter(({ metOn }) => metOn !== null).map(({ id }) => id));
    return settled(theirs, person, kept, today, lost).again.map(({ id, dueOn }) => {
      const { mandateId } = kept.find((one) => one.id === id)!;
      const { title, who } = theirs.find((one) => one.id === mandateId)!;
      return { title, dueOn, inGroup: who === 'group' };
    });
  }
}
