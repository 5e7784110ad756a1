import type { Type } from '@nestjs/common';
import {
  Certificates,
  FIRST_TEMPLATE,
  type Template,
  TemplateApproving,
  TemplateDrafts,
  TemplateRepository,
  type TemplateVersionEntity,
} from '@induct/accreditation';
import type { Role } from '@induct/people';
import type { Day } from '@induct/platform';
import { Awarding } from './awarding';
import { aPerson } from './given-person';
import { previewsArePrinted } from './given-previews-of-templates';

/** In both languages, else as certificates come with Induct. */
export const BILINGUAL: Template = {
  ...FIRST_TEMPLATE,
  layout: { ...FIRST_TEMPLATE.layout, languages: 'both' },
};

/** A council whose officer drafts templates of certificates, and whose administrator approves them. */
export class GivenTemplates {
  private constructor(
    readonly awarding: Awarding,
    readonly officer: string,
    readonly admin: string,
    /** A core module. */
    readonly conduct: string,
  ) {}

  /** @param also what the worker has beside it */
  static async begin(also: readonly Type[] = []): Promise<GivenTemplates> {
    const awarding = await Awarding.begin(also);
    const of = (name: string, role: Role) => aPerson(awarding.database.source, { name, roles: [role] });
    const [officer, admin] = [await of('Olive', 'officer'), await of('Adam', 'administrator')];
    return new GivenTemplates(awarding, officer, admin, await awarding.given.aPublishedCoreModule());
  }

  part<T>(of: new (...given: never[]) => T): T {
    return this.awarding.nest.get(of, { strict: false });
  }

  rows<Row>(sql: string, ...values: unknown[]): Promise<Row[]> {
    return this.awarding.database.source.query<Row[]>(sql, values);
  }

  async find(number: number): Promise<TemplateVersionEntity> {
    return (await this.part(TemplateRepository).find(number))!;
  }

  /** With its previews. @returns its number */
  async drafted(schemeId: string | null = null, template = BILINGUAL, fromDay: Day | null = null): Promise<number> {
    const number = await this.part(TemplateDrafts).begin({ schemeId, by: this.officer });
    await this.part(TemplateDrafts).save(number, { template, fromDay, by: this.officer });
    await previewsArePrinted(this.awarding.nest);
    return number;
  }

  async propose(number: number, by = this.officer): Promise<void> {
    await this.part(TemplateApproving).propose(number, { revision: (await this.find(number)).revision, by });
  }

  async approve(number: number, by = this.admin): Promise<Day> {
    return this.part(TemplateApproving).approve(number, { revision: (await this.find(number)).revision, by });
  }

  async approved(...given: Parameters<GivenTemplates['drafted']>): Promise<number> {
    const number = await this.drafted(...given);
    await this.propose(number);
    await this.approve(number);
    return number;
  }

  /** As before the first of them. */
  async noneIsInUse(): Promise<void> {
    const left = await this.rows<{ number: number }>(`select number from template_version where state = 'approved'`);
    for (const { number } of left)
      await this.part(TemplateApproving).withdraw(number, { by: this.admin, words: 'The test is over' });
  }

  /** Of somebody who has just completed the module. */
  async certificate() {
    const person = await this.awarding.given.aMember();
    await this.awarding.complete(person, this.conduct);
    return (await this.part(Certificates).byPerson(person))[0]!;
  }

  /** @returns the number of what certificates are issued with on a day */
  async inUse(day: Day, schemeId: string | null): Promise<number | undefined> {
    return (await this.part(TemplateRepository).inUse(this.awarding.database.source.manager, schemeId, day))?.number;
  }
}
