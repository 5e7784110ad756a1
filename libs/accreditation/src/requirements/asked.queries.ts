import { Injectable } from '@nestjs/common';
import { Clock, type Day, dayInLondon, daysLater, listOf, planned } from '@induct/platform';
import { DataSource } from 'typeorm';
import { periods } from '../rules/periods';
import { type Shown, standing } from '../rules/standing';
import { type HeldBy, SHOWN, shownBy, type ShownRow } from './evidence.repository';
import { RequirementEntity } from './requirement.entity';
import { ASKED, type AskedRow } from './requirement.repository';
import type { WayKind } from './way-kind';

/** Something that is asked of a person, and where they stand. */
export interface AskedRequirement {
  id: string;
  slug: string;
  title: string;
  /** A core skill, or what a mandate says; else only a scheme asks for it, of whoever wants its award. */
  isAsked: boolean;
  isCore: boolean;
  /** By what, since when, and to which last day when it does not count for ever. */
  met: { by: WayKind; on: Day; until: Day | null } | undefined;
  /** It was met so before, and has to be shown anew. */
  before?: NonNullable<AskedRequirement['met']>;
  /** Only what is shown from that day on meets it; left out: whatever its day. */
  countsFrom?: Day;
  ways: AskedRow['ways'];
}

/** Columns of an {@link AskedAndShown}: of a person ($1) on a day ($2). */
const ASKED_AND_SHOWN = `${listOf(ASKED)} as asked, ${listOf(SHOWN)} as shown`;

interface AskedAndShown {
  asked: AskedRow[];
  shown: ShownRow[];
}

/** What is asked of somebody, and what they may show for an award. */
@Injectable()
export class Asked {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Everything that can be asked of anybody, by title. */
  all(): Promise<Pick<RequirementEntity, 'slug' | 'title'>[]> {
    const order = { title: 'ASC', id: 'ASC' } as const;
    return this.source.manager.find(RequirementEntity, { select: { slug: true, title: true }, order });
  }

  /** By title. */
  async of(personId: string): Promise<AskedRequirement[]> {
    const today = dayInLondon(this.clock.now());
    const [row] = await planned<AskedAndShown>(this.source, 'accreditation: asked', `select ${ASKED_AND_SHOWN}`, [
      personId,
      today,
    ]);
    return askedOf(row!.asked, shownBy(row!.shown), today);
  }
}

/** Where somebody stands with each. */
export const askedOf = (
  asked: readonly AskedRow[],
  held: HeldBy<Shown & Pick<ShownRow, 'kind'>>,
  today: Day,
): (AskedRequirement & Pick<AskedRow, 'isOwn'>)[] =>
  asked.map((requirement) => {
    const { id } = requirement;
    const now = standing({ need: id }, held, today);
    if (!now.met) return { ...requirement, met: undefined };
    const [first] = now.by;
    const before = periods({ need: id }, held).find((span) => span.before === null || today < span.before)!.before;
    const until = before === null ? null : daysLater(before, -1);
    return { ...requirement, met: { by: first!.kind, on: first!.metOn, until } };
  });
