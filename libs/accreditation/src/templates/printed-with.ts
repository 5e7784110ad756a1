import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { Languages } from '../certificate/certificate-facts';
import { TemplateRepository } from './template.repository';

/** What certificates are printed with: a design of content/certificates, and the version of the council's template. */
export interface PrintedBy {
  template: string;
  /** The version and its languages, of a design whose words the council has. */
  version?: { id: string; languages: Languages };
}

/** The design that every council begins with, with facts of the first shape. */
export const FIRST_DESIGN = 'accreditation-1';
/** Its words, layout and languages are in a version of the council's template; facts of the second shape. */
export const SECOND_DESIGN = 'accreditation-2';

/** Says what certificates are issued with: as they were shipped, until the council has approved a template. */
@Injectable()
export class PrintedWith {
  constructor(private readonly templates: TemplateRepository) {}

  /** One statement. @param day of issue */
  async current(tx: EntityManager, schemeId: string, day: Day): Promise<PrintedBy> {
    const version = await this.templates.inUse(tx, schemeId, day);
    if (!version) return { template: FIRST_DESIGN };
    return { template: SECOND_DESIGN, version: { id: version.id, languages: version.template.layout.languages } };
  }
}
