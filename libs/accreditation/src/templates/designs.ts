import type { Certificate } from '../certificate/certificate';
import type { Template } from '../certificate/template';
import { firstTemplate } from './first-template';

// A design that was used never changes, so what two of them say alike stands in the files of each on purpose.

/** Certificates of before, with facts of the first shape: they are printed again with it, nothing is issued with it any more. */
export const FIRST_DESIGN = 'accreditation-1';
/** What certificates are issued with. Its words, layout and languages are in a template; facts of the second shape. */
export const SECOND_DESIGN = 'accreditation-2';

/**
 * Whose words and layout a certificate bears: the council's own, or those that the second design came with.
 * @returns undefined: the first design has its own
 */
export function templateOf({
  template,
  version,
  facts,
}: Pick<Certificate, 'template' | 'facts'> & { version?: Template | null | undefined }): Template | undefined {
  if (template === FIRST_DESIGN) return undefined;
  return version ?? firstTemplate('statutory' in facts);
}
