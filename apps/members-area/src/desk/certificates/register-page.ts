import type { Certificates } from '@induct/accreditation';
import type { RegisterFilter } from './register-filter';
import type { RegisterRow } from './register.view';

/** A page of the register, newest first. */
export async function registerPage(
  certificates: Certificates,
  { state, q, page }: RegisterFilter,
): Promise<{ rows: RegisterRow[]; total: number }> {
  const found = await certificates.register({ state: state || undefined, q: q || undefined, page });
  const rows = found.certificates.map((one) => ({ ...one, validity: certificates.validity(one) }));
  return { rows, total: found.total };
}
