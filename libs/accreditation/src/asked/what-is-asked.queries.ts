import { Injectable } from '@nestjs/common';
import { Clock, type Day, dayInLondon, listOf, planned } from '@induct/platform';
import { DataSource } from 'typeorm';
import { SchemeRepository, type SchemeVersion } from '../awards/scheme.repository';
import type { Claim } from '../claims/claim';
import { CLAIMS_OF_PERSON } from '../claims/claim.repository';
import { DUE, type DueItem, type DueRow, dueWithTopUps } from '../mandates/due.queries';
import { askedOf, type AskedRequirement } from '../requirements/asked.queries';
import { shownBy } from '../requirements/evidence.repository';
import { ASKED, type AskedRow } from '../requirements/requirement.repository';
import { awardsShown, type Version } from '../rules/earned';
import { type Path, pathsOf } from '../rules/path';
import { type Level, levelsOf } from '../schemes/level';
import { NAMES, type Named } from '../schemes/scheme.queries';

/** What is asked of somebody, and everything that stands beside it. */
export interface WhatIsAsked {
  /** By title. */
  asked: AskedRequirement[];
  /** The earliest first. */
  due: DueItem[];
  /** Of every scheme that is in effect, lower levels first. */
  paths: Path[];
  /** Whoever has met every core skill has earned a certificate, which no officer has to issue: a scheme asks for nothing else. */
  coreEarns: boolean;
  /** Of every scheme that is in effect, lower levels first. */
  levels: Level[];
  /** The newest first. */
  claims: Claim[];
}

/** JSON knows no dates. */
type ClaimRow = Omit<Claim, 'sentAt' | 'decidedAt' | 'takenBackAt' | 'withdrawnAt'> & {
  sentAt: string;
  decidedAt: string | null;
  takenBackAt: string | null;
  withdrawnAt: string | null;
};

interface NeededRow extends DueRow {
  asked: AskedRow[];
}

interface Row extends NeededRow {
  names: Named[];
  claims: ClaimRow[];
}

const NEEDED = `select ${DUE}, ${listOf(ASKED)} as asked`;
const TEXT = `${NEEDED}, ${listOf(NAMES)} as names, ${listOf(CLAIMS_OF_PERSON)} as claims`;

/**
 * What is asked of somebody, what of it has a day, their awards and their claims. It rests on what they have shown, and so it
 * is read together, in one round trip that each connection plans once: apart it was twelve, of which three asked the same.
 */
@Injectable()
export class WhatIsAskedQueries {
  constructor(
    private readonly source: DataSource,
    private readonly schemes: SchemeRepository,
    private readonly clock: Clock,
  ) {}

  /** What is asked, in which steps, and what of it has a day: the beginning of the whole, for pages that say no more. */
  async needed(personId: string): Promise<Pick<WhatIsAsked, 'asked' | 'due' | 'paths' | 'coreEarns'>> {
    const today = dayInLondon(this.clock.now());
    const [row] = await planned<NeededRow>(this.source, 'accreditation: what is needed', NEEDED, [personId, today]);
    const { asked, shown, schemes, ...due } = row!;
    const held = shownBy(shown);
    const { versions, awards } = this.schemes.read(schemes);
    return neededOf({ asked, ...due }, { held, versions, newest: awards }, today);
  }

  async of(personId: string): Promise<WhatIsAsked> {
    const today = dayInLondon(this.clock.now());
    const [row] = await planned<Row>(this.source, 'accreditation: what is asked', TEXT, [personId, today]);
    const { asked, shown, schemes, names, claims, ...due } = row!;
    const held = shownBy(shown);
    const { versions, awards } = this.schemes.read(schemes);
    const known = new Map(names.map(({ id, name }) => [id, name]));
    return {
      ...neededOf({ asked, ...due }, { held, versions, newest: awards }, today),
      levels: levelsOf(versions, { ...held, awards }, known, today),
      claims: claims.map(claimOf),
    };
  }
}

function neededOf(
  { asked, ...due }: Pick<NeededRow, 'asked' | 'items' | 'inForce' | 'modules'>,
  against: Omit<Parameters<typeof dueWithTopUps>[1], 'versions'> & {
    held: ReturnType<typeof shownBy>;
    versions: readonly SchemeVersion[];
  },
  today: Day,
): Pick<WhatIsAsked, 'asked' | 'due' | 'paths' | 'coreEarns'> {
  const { held, versions } = against;
  const evidence = [...held.evidence, ...awardsShown(against.newest)];
  const open = dueWithTopUps(due, against, today);
  return {
    asked: asIsDue(askedOf(asked, held, today), open),
    due: open,
    coreEarns: versions.some(({ rule, issuedBy }) => 'core' in rule && issuedBy === 'system'),
    paths: pathsOf(versions, { ...held, evidence }, namesIn(asked, versions), today),
  };
}

/**
 * As the rules of what is due take it: what was met before, and has to be shown anew, is open; and of what only a scheme asks for,
 * nothing is asked of whoever needs it no more.
 */
function asIsDue(asked: ReturnType<typeof askedOf>, due: readonly DueItem[]): AskedRequirement[] {
  const open = new Set(due.flatMap(({ needs }) => needs));
  // Of what several ask, the first day on which it counts for one of them.
  const from = new Map<string, Day>();
  for (const { needs, onlySince = '' } of due)
    for (const need of needs) from.set(need, [from.get(need) ?? onlySince, onlySince].toSorted()[0]!);
  return asked.map(({ isOwn, ...one }) =>
    open.has(one.id)
      ? {
          ...one,
          isAsked: true,
          met: undefined,
          ...(one.met && { before: one.met }),
          ...(from.get(one.id) && { countsFrom: from.get(one.id)! }),
        }
      : { ...one, isAsked: one.isAsked && (isOwn || one.met !== undefined) },
  );
}

/** What everything is called that the rules of these versions name. */
const namesIn = (asked: readonly AskedRow[], versions: readonly Version[]) =>
  new Map([
    ...asked.map(({ id, title }) => [id, title] as const),
    ...versions.map(({ schemeId, name }) => [schemeId, name] as const),
  ]);

const claimOf = ({ sentAt, decidedAt, takenBackAt, withdrawnAt, ...claim }: ClaimRow): Claim => ({
  ...claim,
  sentAt: new Date(sentAt),
  decidedAt: decidedAt === null ? null : new Date(decidedAt),
  takenBackAt: takenBackAt === null ? null : new Date(takenBackAt),
  withdrawnAt: withdrawnAt === null ? null : new Date(withdrawnAt),
});
