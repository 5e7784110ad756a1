import { Injectable } from '@nestjs/common';
import { Clock, type Day, dayInLondon, daysLater } from '@induct/platform';
import { DataSource } from 'typeorm';
import { periods } from '../rules/periods';
import { standing } from '../rules/standing';
import { EvidenceRepository } from './evidence.repository';
import { type AskedRow, RequirementRepository } from './requirement.repository';
import type { WayKind } from './way-kind';

/** Something that is asked of a person, and where they stand. */
export interface AskedRequirement {
  id: string;
  slug: string;
  title: string;
  /** A core skill, or what a mandate says; else only a scheme asks for it, of whoever wants its award. */
  isAsked: boolean;
  /** By what, since when, and to which last day when it does not count for ever. */
  met: { by: WayKind; on: Day; until: Day | null } | undefined;
  ways: AskedRow['ways'];
}

/** What is asked of somebody, and what they may show for an award. */
@Injectable()
export class Asked {
  constructor(
    private readonly source: DataSource,
    private readonly requirements: RequirementRepository,
    private readonly evidence: EvidenceRepository,
    private readonly clock: Clock,
  ) {}

  /** By title. */
  async of(personId: string): Promise<AskedRequirement[]> {
    const today = dayInLondon(this.clock.now());
    const [asked, held] = await Promise.all([
      this.requirements.asked(today, personId),
      this.evidence.heldBy(this.source.manager, personId, today),
    ]);
    return asked.map(({ id, ...requirement }) => {
      const now = standing({ need: id }, held, today);
      if (!now.met) return { id, ...requirement, met: undefined };
      const [first] = now.by;
      const before = periods({ need: id }, held).find((span) => span.before === null || today < span.before)!.before;
      const until = before === null ? null : daysLater(before, -1);
      return { id, ...requirement, met: { by: first!.kind, on: first!.metOn, until } };
    });
  }
}
