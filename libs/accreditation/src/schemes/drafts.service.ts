import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, dayInLondon, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { EvidenceRepository } from '../requirements/evidence.repository';
import { OWN_TOPIC } from '../requirements/own-topic';
import { RequirementRepository } from '../requirements/requirement.repository';
import { awardsIn, partsOf, readRule, type Rule } from '../rules/rule';
import { draftSeen, type DraftTerms, type VersionInWork } from './draft';
import { DraftRepository } from './draft.repository';
import { Forecasting } from './forecasting.service';
import {
  DraftChangedMeanwhile,
  NothingIsDrafted,
  PartIsGone,
  SchemeIsNamed,
  SchemeNameIsTaken,
  SchemesGoInACircle,
  VersionIsInWork,
  VersionIsProposed,
} from './scheme.errors';
import { SimulationRepository } from './simulation.repository';

/** Officers draft what schemes ask for. Nothing of it counts until it is adopted. */
@Injectable()
export class Drafts {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly simulations: SimulationRepository,
    private readonly forecasting: Forecasting,
    private readonly requirements: RequirementRepository,
    private readonly evidence: EvidenceRepository,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * A scheme that was not there, with its first draft, which asks for every core skill until it says something else.
   * @returns its slug, for addresses
   * @throws SchemeNameIsTaken
   */
  async beginScheme(name: string, by: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      await this.drafts.alone(tx);
      const scheme = { id: this.ids.uuid(), slug: slugOf(name), name, nameCy: null, issuedBy: 'system' as const };
      if (!(await this.drafts.addScheme(tx, scheme))) throw new SchemeNameIsTaken();
      await this.add(tx, { schemeId: scheme.id, number: 1, by }, FIRST);
      await this.record(tx, scheme.id, 'scheme.drafted', by, { name });
      return scheme.slug;
    });
  }

  /**
   * A new version, as a copy of the newest.
   * @throws VersionIsInWork, NothingIsDrafted when the scheme has no version at all
   */
  async beginVersion(schemeId: string, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.drafts.alone(tx);
      if (await this.drafts.inWork(tx, schemeId)) throw new VersionIsInWork();
      const newest = await this.drafts.newest(tx, schemeId);
      if (!newest) throw new NothingIsDrafted();
      const { validityMonths, renewalOpensMonths, graceDays, number, rule } = newest;
      const terms = { validityMonths, renewalOpensMonths, graceDays, rule: readRule(rule) };
      await this.add(tx, { schemeId, number: number + 1, by }, { ...FIRST, ...terms });
      await this.record(tx, schemeId, 'scheme.drafted', by, { version: number + 1 });
    });
  }

  /**
   * Keeps what was typed; what was worked out of the draft before is of another and goes.
   * @param seen of the draft that was changed (`draftSeen`): of another nothing is overwritten
   * @throws NothingIsDrafted, VersionIsProposed, DraftChangedMeanwhile, PartIsGone, SchemesGoInACircle
   */
  async save(schemeId: string, terms: DraftTerms, seen?: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.drafts.alone(tx);
      const version = await this.draft(tx, schemeId);
      if (seen !== undefined && seen !== draftSeen(version)) throw new DraftChangedMeanwhile();
      const rule = readRule(terms.rule);
      const named = idsIn(rule);
      const known = await this.drafts.known(tx, named);
      if (named.some((id) => !known.has(id))) throw new PartIsGone();
      const day = terms.effectiveFrom ?? dayInLondon(this.clock.now());
      if (awardsIn(rule).includes(schemeId)) throw new SchemesGoInACircle();
      await this.forecasting.change(tx, { ...version, ...terms, effectiveFrom: day });
      await this.simulations.forget(tx, version.id);
      await this.drafts.change(tx, version.id, { ...terms, rule });
    });
  }

  /**
   * The requirement that a module meets. A module that is no core module has none until a scheme asks for it: then what
   * people have completed counts.
   * @throws PartIsGone
   */
  async needOf(courseId: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      await this.requirements.changeAlone(tx);
      const module = await this.requirements.ofModule(tx, courseId);
      if (!module) throw new PartIsGone();
      if (module.requirementId !== null) return module.requirementId;
      const id = await this.requirements.addOfModule(tx, module, null);
      await this.evidence.recordAllOf(tx, courseId);
      return id;
    });
  }

  /** The requirement that a module meets already; undefined: nothing asks for it yet, or there is no such module. */
  async knownNeedOf(courseId: string): Promise<string | undefined> {
    const module = await this.transactions.run((tx) => this.requirements.ofModule(tx, courseId));
    return module?.requirementId ?? undefined;
  }

  /** The requirement to have been at an event; undefined: nothing asks for that yet. @param slug of the event */
  async knownNeedOfEvent(slug: string): Promise<string | undefined> {
    const found = await this.transactions.run((tx) => this.requirements.bySlug(tx, `${OWN_TOPIC}${slug}`));
    return found?.id;
  }

  /** @throws NothingIsDrafted, VersionIsProposed, SchemeIsNamed */
  async discard(schemeId: string, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.drafts.alone(tx);
      const version = await this.draft(tx, schemeId);
      if (!(await this.drafts.discard(tx, version))) throw new SchemeIsNamed();
      await this.record(tx, schemeId, 'scheme.draft-discarded', by, { version: version.number });
    });
  }

  private async draft(tx: EntityManager, schemeId: string): Promise<VersionInWork> {
    const version = await this.drafts.inWork(tx, schemeId);
    if (!version) throw new NothingIsDrafted();
    if (version.state !== 'draft') throw new VersionIsProposed();
    return version;
  }

  private async add(
    tx: EntityManager,
    { schemeId, number, by }: { schemeId: string; number: number; by: string },
    terms: DraftTerms,
  ): Promise<void> {
    const drafted = { draftedBy: by, draftedAt: this.clock.now(), state: 'draft' as const };
    await this.drafts.add(tx, {
      id: this.ids.uuid(),
      schemeId,
      number,
      edition: `Edition ${number}`,
      ...drafted,
      ...terms,
    });
  }

  private async record(tx: EntityManager, schemeId: string, action: string, by: string, detail: object) {
    await this.audit.record(tx, {
      actorId: by,
      action,
      subjectType: 'scheme',
      subjectId: schemeId,
      detail: { ...detail },
    });
  }
}

const FIRST: DraftTerms = {
  effectiveFrom: null,
  validityMonths: 48,
  renewalOpensMonths: 6,
  graceDays: 0,
  forHolders: 'keep',
  topUpBy: null,
  rule: { core: true },
};

/** For addresses: `planning-committee`. `new` is the address of the form. */
function slugOf(name: string): string {
  const plain = name.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  const slug = plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return ['', 'new'].includes(slug) ? `scheme-${slug}`.replace(/-$/, '') : slug;
}

/** The requirements and schemes that a rule names. */
function idsIn(rule: Rule): string[] {
  if ('need' in rule) return [rule.need];
  if ('award' in rule) return [rule.award];
  return partsOf(rule).flatMap(idsIn);
}
