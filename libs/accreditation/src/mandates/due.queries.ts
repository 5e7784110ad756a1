import { Injectable } from '@nestjs/common';
import type { CourseCurrent } from '@induct/course';
import { Clock, type Day, dayInLondon } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { SchemeRepository } from '../awards/scheme.repository';
import { EvidenceRepository } from '../requirements/evidence.repository';
import type { WayEntity } from '../requirements/way.entity';
import type { HeldAward, Version } from '../rules/earned';
import { renewsSince } from '../rules/renewal';
import type { Rule } from '../rules/rule';
import { counts, type Held, type Missing, type Shown, standing } from '../rules/standing';
import type { MandateEntity } from './mandate.entity';
import { metOn } from './met-on';
import { minutesOf, needsOf, withoutAwards } from './missing';
import type { ObligationEntity } from './obligation.entity';
import { PersonFactsQueries } from './person-facts.queries';

/** Something that somebody still has to meet. */
export interface DueItem extends AskedItem {
  /** Of modules that are missing; null when nobody has said it of all. */
  minutes: number | null;
  /** The requirements that would meet it, or the rest of it. */
  needs: string[];
  /** The slugs of the published modules that meet them, in their order. */
  modules: string[];
}

/** What was asked, as it is read for pages. */
export type AskedItem = Pick<ObligationEntity, 'id' | 'since' | 'dueOn' | 'againOn'> &
  Pick<MandateEntity, 'title' | 'source' | 'requirementId' | 'schemeId' | 'beforeSitting' | 'anew'>;

/** What somebody has to meet, by when, and how long it takes. */
@Injectable()
export class Due {
  constructor(
    private readonly source: DataSource,
    private readonly evidence: EvidenceRepository,
    private readonly schemes: SchemeRepository,
    private readonly facts: PersonFactsQueries,
    private readonly clock: Clock,
  ) {}

  /** The earliest first. What was met a moment ago is not among it, whether the worker has seen it yet or not. */
  async of(personId: string, tx: EntityManager = this.source.manager): Promise<DueItem[]> {
    const items = await this.openItems(tx, personId);
    if (items.length === 0) return [];
    const today = dayInLondon(this.clock.now());
    const [held, awards] = [await this.evidence.heldBy(tx, personId, today), await this.facts.awards(tx, personId)];
    const { versions, awards: newest } = await this.schemes.of(tx, personId, today);
    const asked = new Map(versions.map((version) => [version.schemeId, askedNow(version, newest, today)]));
    const shown = awards
      .filter(({ suspended }) => !suspended)
      .map(({ schemeId, on, until }) => ({
        id: schemeId,
        requirement: schemeId,
        metOn: on,
        validUntil: until,
      }));
    const facts = { core: held.core, evidence: held.evidence, awards: shown };
    const open = items
      .filter((item) => metOn(item, { evidence: held.evidence, awards }, today) === undefined)
      .map((item) => ({ item, missing: missingOf(item, facts, asked, today) }));
    const modules = await this.modules(tx, [...new Set(open.flatMap(({ missing }) => needsOf(missing)))]);
    const minutes = shortest(modules);
    return open.map(({ item, missing }) => ({
      ...item,
      needs: needsOf(missing),
      modules: needsOf(missing).flatMap((need) =>
        modules.filter((one) => one.requirementId === need).map(({ slug }) => slug),
      ),
      minutes: minutesOf(missing, minutes),
    }));
  }

  private openItems(tx: EntityManager, personId: string): Promise<AskedItem[]> {
    return tx.query<AskedItem[]>(
      `select o.id, o.since::text, o.due_on::text as "dueOn", o.again_on::text as "againOn", m.title, m.source, m.requirement_id as "requirementId",
              m.scheme_id as "schemeId", m.before_sitting as "beforeSitting", m.anew
         from obligation o join mandate m on m.id = o.mandate_id
        where o.person_id = $1 and o.met_on is null and o.closed_on is null
        order by o.due_on, m.title, o.id`,
      [personId],
    );
  }

  /** Modules that members see, and which requirement each meets. */
  private modules(tx: EntityManager, requirementIds: readonly string[]): Promise<MeetingModule[]> {
    return tx.query<MeetingModule[]>(
      `select w.requirement_id as "requirementId", c.slug, c.minutes
         from way w join course_current c on c.id = w.course_id
        where w.requirement_id = any($1) and c.published_version_id is not null
        order by c.title, c.id`,
      [requirementIds],
    );
  }
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

function askedNow(version: Version, awards: readonly HeldAward[], today: Day): AskedNow {
  const { rule, schemeId } = version;
  const award = awards.find((one) => one.schemeId === schemeId);
  const isOver = award !== undefined && (award.revoked || !counts({ metOn: award.awardedOn, ...award }, today));
  return { rule, since: isOver ? renewsSince(version, award) : null };
}

/** Of a scheme whose requirements are met while its award has not come, nothing is missing. */
function missingOf(
  { requirementId, schemeId, anew, since }: AskedItem,
  { core, evidence: all, awards }: Held & { awards: readonly Shown[] },
  schemes: ReadonlyMap<string, AskedNow>,
  today: Day,
): Missing {
  if (requirementId !== null) return { need: requirementId };
  const ofScheme = (id: string): Missing | undefined => {
    const scheme = schemes.get(id);
    if (!scheme) return undefined;
    const from = [scheme.since ?? '', anew ? since : ''].toSorted()[1]!;
    const evidence = [...all.filter((one) => one.metOn >= from), ...awards];
    const now = standing(scheme.rule, { core, evidence }, today);
    return now.met ? undefined : now.missing;
  };
  return withoutAwards(ofScheme(schemeId!) ?? { n: 0, of: [] }, ofScheme);
}
