import { TemplateNotFound } from '@induct/accreditation';

/** The number of a template in an address. @throws TemplateNotFound */
export function numberIn(typed: string): number {
  if (!/^[1-9]\d{0,8}$/.test(typed)) throw new TemplateNotFound();
  return Number(typed);
}
