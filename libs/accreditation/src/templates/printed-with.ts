import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { Languages } from '../certificate/certificate-facts';
import { SECOND_DESIGN } from './designs';
import { FIRST_TEMPLATE } from './first-template';
import { TemplateRepository } from './template.repository';

/** What certificates are issued with: a design of content/certificates, and the version of the council's template. */
export interface PrintedBy {
  template: string;
  /** Null: as the design came. */
  templateVersionId: string | null;
  languages: Languages;
  /** The authority has accredited the scheme: the certificate is more than the council's own. */
  statutory: boolean;
}

/** Says what certificates are issued with: as they were shipped, until the council has approved a template. */
@Injectable()
export class PrintedWith {
  constructor(private readonly templates: TemplateRepository) {}

  /** One statement. @param days of the award, and of issue */
  async current(tx: EntityManager, schemeId: string, days: { awardedOn: Day; issuedOn: Day }): Promise<PrintedBy> {
    const { version, statutory } = await this.templates.issuedWith(tx, schemeId, days);
    return {
      template: SECOND_DESIGN,
      templateVersionId: version?.id ?? null,
      languages: (version?.template ?? FIRST_TEMPLATE).layout.languages,
      statutory,
    };
  }
}
