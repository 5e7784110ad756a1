import type { Certificate } from '@induct/accreditation';

/** The page of a certificate. */
export const addressOf = ({ number }: Pick<Certificate, 'number'>) => `/admin/certificates/${number}`;
