import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Languages } from '../certificate/certificate-facts';

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

/** What is in use for certificates that are issued now. */
@Injectable()
export class PrintedWith {
  // oxlint-disable-next-line require-await
  async current(_tx: EntityManager): Promise<PrintedBy> {
    return { template: FIRST_DESIGN };
  }
}
