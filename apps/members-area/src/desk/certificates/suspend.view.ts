import type { Certificate } from '@induct/accreditation';
import { britishDate, britishTimeAndDate } from '@induct/platform';
import type { Fields, FormProblems } from '../../forms/form-problems';
import { REASON_LIMIT } from './suspend.form';
import type { SuspensionRow } from './suspension.queries';

export const addressOf = ({ number }: Pick<Certificate, 'number'>) => `/admin/certificates/${number}`;

/** What an officer reads of a suspension, proposed or in effect. */
export const suspensionView = ({ id, reason, proposedByName, proposedAt, since }: SuspensionRow) => ({
  id,
  reason,
  by: proposedByName,
  at: britishTimeAndDate(proposedAt),
  since: since && britishTimeAndDate(since),
});

/** The pages that propose a suspension, decide it and lift it. */
export const suspendPage = (certificate: Certificate, form: Fields, problems: FormProblems, open?: SuspensionRow) => ({
  certificate: {
    number: certificate.number,
    holder: certificate.holderName,
    awarded: britishDate(certificate.facts.awardedOn),
    href: addressOf(certificate),
  },
  suspension: open && suspensionView(open),
  limit: REASON_LIMIT,
  form,
  ...problems,
});
