import { Injectable } from '@nestjs/common';
import { Clock, type Day, dayInLondon } from '@induct/platform';
import { DataSource } from 'typeorm';
import { SchemeRepository } from '../awards/scheme.repository';
import { EvidenceRepository } from '../requirements/evidence.repository';
import { standingSince } from '../rules/earned';
import { nextPeriod, renewsSince } from '../rules/renewal';
import { ruleWords } from '../rules/rule-words';
import { isValidOn } from './effects';
import { namesOf, SchemeQueries } from './scheme.queries';

/** Where somebody stands in a scheme. */
export interface Level {
  schemeId: string;
  /** The scheme's. */
  name: string;
  /** `open`: never had it; `valid`; `renewable`: valid, and its window is open; `over`; `revoked`. */
  state: 'open' | 'valid' | 'renewable' | 'over' | 'revoked';
  /** The last day of the newest award; null: it has no end, or there is none. */
  until: Day | null;
  /** From when on it can be renewed; null: it need not be. */
  opens: Day | null;
  /** What is still to be shown, for the award or for its renewal, in words. Undefined: nothing at present. */
  missing: string | undefined;
}

/** The awards that somebody has, and what the others ask for. */
@Injectable()
export class Levels {
  constructor(
    private readonly source: DataSource,
    private readonly schemes: SchemeRepository,
    private readonly evidence: EvidenceRepository,
    private readonly queries: SchemeQueries,
    private readonly clock: Clock,
  ) {}

  /** Of every scheme that is in effect, lower levels first. */
  async of(personId: string): Promise<Level[]> {
    const today = dayInLondon(this.clock.now());
    const [{ versions, awards }, held, nameable] = await Promise.all([
      this.schemes.of(this.source.manager, personId, today),
      this.evidence.heldBy(this.source.manager, personId, today),
      this.queries.nameable(),
    ]);
    const names = namesOf(nameable);
    return versions.map((version) => {
      const { schemeId, name, rule } = version;
      const award = awards.find((one) => one.schemeId === schemeId);
      const until = award?.validUntil ?? null;
      const opens = award ? renewsSince(version, award) : null;
      const mayEarn = nextPeriod(version, award, today) !== undefined;
      const now = mayEarn ? standingSince(opens, rule, { ...held, awards }, today) : undefined;
      const missing = now && !now.met ? ruleWords(now.missing, names) : undefined;
      const state = !award
        ? 'open'
        : award.revoked
          ? 'revoked'
          : !isValidOn(award, today)
            ? 'over'
            : mayEarn
              ? 'renewable'
              : 'valid';
      return { schemeId, name, state, until, opens, missing };
    });
  }
}
