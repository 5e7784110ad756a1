import { Injectable } from '@nestjs/common';
import type { CourseCurrent } from '@induct/course';
import { Clock, type Day, dayInLondon, listOf, planned, prepared } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { SCHEMES_OF_PERSON, SchemeRepository, type SchemeRow } from '../awards/scheme.repository';
import { type HeldByThen, SHOWN, shownBy, type ShownRow } from '../requirements/evidence.repository';
import type { WayEntity } from '../requirements/way.entity';
import { awardsShown, type HeldAward as Award, type Version } from '../rules/earned';
import { renewsSince } from '../rules/renewal';
import type { Rule } from '../rules/rule';
import { counts, type Held, type Missing, needsOf, type Shown, standing } from '../rules/standing';
import { type ToppedUp, topUpOf } from '../rules/top-up';
import type { MandateEntity } from './mandate.entity';
import { metOn } from './met-on';
import { minutesOf, withoutAwards } from './missing';
import type { ObligationEntity } from './obligation.entity';
import { AWARDS_IN_FORCE, type HeldAward } from './person-facts.queries';

/** Something that somebody still has to meet. */
export interface DueItem extends AskedItem {
  /** Of modules that are missing; null when nobody has said it of all. */
  minutes: number | null;
  /** The requirements that would meet it, or the rest of it: alternatives too. */
  needs: string[];
  /** The part of the rule that is not met; awards that others earn stand in it as what they ask for. */
  missing: Missing;
  /** The slugs of the published modules that meet them, in their order. */
  modules: string[];
  /** Of what has been asked again today: the day on which what is shown begins to count. */
  countsFrom?: Day;
  /** Only what is shown from that day on counts, today or not: it is asked anew. */
  onlySince?: Day;
  /** No mandate: the scheme of an award that they keep asks for more since that day. */
  moreSince?: Day;
}

/** What was asked, as it is read for pages. */
export type AskedItem = Pick<ObligationEntity, 'id' | 'since' | 'dueOn' | 'againOn'> &
  Pick<MandateEntity, 'title' | 'source' | 'requirementId' | 'schemeId' | 'beforeSitting' | 'anew'>;

/** What was asked of a person ($1) and is open. */
const OPEN_ITEMS = `
  select o.id, o.since::text, o.due_on::text as "dueOn", o.again_on::text as "againOn", m.title, m.source, m.requirement_id as "requirementId",
         m.scheme_id as "schemeId", m.before_sitting as "beforeSitting", m.anew
    from obligation o join mandate m on m.id = o.mandate_id
   where o.person_id = $1 and o.met_on is null and o.closed_on is null
   order by o.due_on, m.title, o.id`;

/** Modules that members see, and which requirement each meets. */
const MODULES = `
  select w.requirement_id as "requirementId", c.slug, c.minutes
    from way w join course_current c on c.id = w.course_id
   where c.published_version_id is not null
   order by c.title, c.id`;

/** Columns of a {@link DueRow}: of a person ($1) on a day ($2). */
export const DUE = `${listOf(OPEN_ITEMS)} as items, ${listOf(SHOWN)} as shown, ${listOf(AWARDS_IN_FORCE)} as "inForce",
  ${listOf(SCHEMES_OF_PERSON)} as schemes, ${listOf(MODULES)} as modules`;

/** All that it takes to say what is due: one round trip. */
export interface DueRow {
  items: AskedItem[];
  shown: ShownRow[];
  inForce: HeldAward[];
  schemes: SchemeRow[];
  modules: MeetingModule[];
}

/** What somebody has to meet, by when, and how long it takes. */
@Injectable()
export class Due {
  constructor(
    private readonly source: DataSource,
    private readonly schemes: SchemeRepository,
    private readonly clock: Clock,
  ) {}

  /** The earliest first. What was met a moment ago is not among it, whether the worker has seen it yet or not. */
  async of(personId: string, tx?: EntityManager): Promise<DueItem[]> {
    const { row, against, today } = await this.read(personId, tx);
    return dueOf(row, against, today);
  }

  /** What schemes ask of those who keep their award, which is no mandate's. */
  async topUps(personId: string, tx: EntityManager): Promise<DueItem[]> {
    const { row, against, today } = await this.read(personId, tx);
    return topUpsOf(row, against, today);
  }

  /** Both: as pages say it. */
  async withTopUps(personId: string): Promise<DueItem[]> {
    const { row, against, today } = await this.read(personId);
    return dueWithTopUps(row, against, today);
  }

  private async read(personId: string, tx?: EntityManager) {
    const today = dayInLondon(this.clock.now());
    const [name, text, values] = ['accreditation: due', `select ${DUE}`, [personId, today]] as const;
    const rows = tx
      ? await prepared<DueRow>(tx, name, text, [...values])
      : await planned<DueRow>(this.source, name, text, [...values]);
    const { schemes, shown, ...row } = rows[0]!;
    const { versions, awards } = this.schemes.read(schemes);
    return { row, against: { held: shownBy(shown), versions, newest: awards }, today };
  }
}

/** What a person holds, and the rules that are in effect. */
interface HeldAgainst {
  held: HeldByThen<Shown>;
  versions: readonly ToppedUp[];
  /** The newest award of each scheme that they have had. */
  newest: readonly Award[];
}

/** What of the items is open, the earliest first. */
export function dueOf(
  { items, inForce, modules }: Pick<DueRow, 'items' | 'inForce' | 'modules'>,
  { held, versions, newest }: HeldAgainst,
  today: Day,
): DueItem[] {
  const asked = askedOfAll(versions, newest, today);
  const awards = awardsShown(newest);
  const minutes = shortest(modules);
  return items
    .filter((item) => metOn(item, { evidence: held.evidence, awards: inForce }, today) === undefined)
    .map((item) => {
      const missing = missingOf(item, { ...held, awards }, asked, today);
      const since = item.schemeId === null ? null : asked.get(item.schemeId)?.since;
      const onlySince = [since ?? '', item.anew ? item.since : ''].toSorted()[1];
      return {
        ...item,
        ...waysOf(missing, modules, minutes),
        ...(since && since > today && { countsFrom: since }),
        ...(onlySince && { onlySince }),
      };
    });
}

/** With what schemes ask of those who keep their award: the earliest first. */
export const dueWithTopUps = (row: Parameters<typeof dueOf>[0], against: HeldAgainst, today: Day): DueItem[] =>
  [...dueOf(row, against, today), ...topUpsOf(row, against, today)].toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));

/** What schemes ask of those who keep their award: the earliest first. */
function topUpsOf(row: Parameters<typeof dueOf>[0], against: HeldAgainst, today: Day): DueItem[] {
  const { held, versions, newest } = against;
  const minutes = shortest(row.modules);
  const ofScheme = missingOfSchemes(
    { ...held, awards: awardsShown(newest) },
    askedOfAll(versions, newest, today),
    today,
  );
  const topUps = versions.flatMap((version): DueItem[] => {
    const topUp = topUpOf(version, { ...held, awards: newest }, today);
    if (!topUp) return [];
    const { id, name: title, schemeId, effectiveFrom: since } = version;
    const missing = withoutAwards(topUp.missing, ofScheme);
    const asked = { id, title, source: '', since, dueOn: topUp.by, againOn: null, requirementId: null, schemeId };
    return [
      { ...asked, beforeSitting: false, anew: false, moreSince: since, ...waysOf(missing, row.modules, minutes) },
    ];
  });
  return topUps.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}

/** What would meet what is missing. */
function waysOf(missing: Missing, modules: readonly MeetingModule[], minutes: ReadonlyMap<string, number>) {
  const needs = needsOf(missing);
  const slugs = needs.flatMap((need) =>
    modules.filter(({ requirementId }) => requirementId === need).map(({ slug }) => slug),
  );
  return { needs, missing, modules: slugs, minutes: minutesOf(missing, minutes) };
}

type MeetingModule = Pick<WayEntity, 'requirementId'> & Pick<CourseCurrent, 'slug' | 'minutes'>;

/** How long the shortest module of each requirement takes, where somebody has said it. */
function shortest(modules: readonly MeetingModule[]): Map<string, number> {
  const known = new Map<string, number>();
  for (const { requirementId, minutes } of modules)
    if (minutes !== null) known.set(requirementId, Math.min(minutes, known.get(requirementId) ?? minutes));
  return known;
}

/** What a scheme asks for now, of somebody who has had its award too. */
interface AskedNow {
  rule: Rule;
  /** Only what was met since then counts; null: all of it. */
  since: Day | null;
}

const askedOfAll = (versions: readonly Version[], awards: readonly Award[], today: Day) =>
  new Map(versions.map((version) => [version.schemeId, askedNow(version, awards, today)]));

function askedNow(version: Version, awards: readonly Award[], today: Day): AskedNow {
  const { rule, schemeId } = version;
  const award = awards.find((one) => one.schemeId === schemeId);
  const isOver =
    award !== undefined && (award.revoked || award.lost || !counts({ metOn: award.awardedOn, ...award }, today));
  return { rule, since: isOver ? renewsSince(version, award) : null };
}

type HeldWithAwards = Held & { awards: readonly Shown[] };

/** Of a scheme whose requirements are met while its award has not come, nothing is missing. */
function missingOf(
  { requirementId, schemeId, anew, since }: AskedItem,
  held: HeldWithAwards,
  schemes: ReadonlyMap<string, AskedNow>,
  today: Day,
): Missing {
  if (requirementId !== null) return { need: requirementId };
  const ofScheme = missingOfSchemes(held, schemes, today, anew ? since : '');
  return withoutAwards(ofScheme(schemeId!) ?? { n: 0, of: [] }, ofScheme);
}

/** What is missing of a scheme; undefined of what is met. @param anew only what was met since then counts */
const missingOfSchemes =
  ({ core, evidence: all, awards }: HeldWithAwards, schemes: ReadonlyMap<string, AskedNow>, today: Day, anew = '') =>
  (id: string): Missing | undefined => {
    const scheme = schemes.get(id);
    if (!scheme) return undefined;
    const from = [scheme.since ?? '', anew].toSorted()[1]!;
    const evidence = [...all.filter((one) => one.metOn >= from), ...awards];
    const now = standing(scheme.rule, { core, evidence }, today);
    return now.met ? undefined : now.missing;
  };
