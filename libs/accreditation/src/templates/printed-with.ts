import type { Languages } from '../certificate/certificate-facts';
import { SECOND_DESIGN } from './designs';
import { FIRST_TEMPLATE } from './first-template';
import type { IssuedWith } from './template.repository';

/** What certificates are issued with: a design of content/certificates, and the version of the council's template. */
export interface PrintedBy {
  template: string;
  /** Null: as the design came. */
  templateVersionId: string | null;
  languages: Languages;
  /** The authority has accredited the scheme: the certificate is more than the council's own. */
  statutory: boolean;
}

/** What a certificate is issued with: as it was shipped, until the council has approved a template. */
export const printedWith = ({ version, statutory }: IssuedWith): PrintedBy => ({
  template: SECOND_DESIGN,
  templateVersionId: version?.id ?? null,
  languages: (version?.template ?? FIRST_TEMPLATE).layout.languages,
  statutory,
});
