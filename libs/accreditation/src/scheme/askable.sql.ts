/** Schemes that somebody has adopted, from whichever day on: of a draft nothing counts, and nobody could meet it. */
export const ADOPTED_SCHEME = (scheme: string): string =>
  `exists (select from scheme_version where scheme_id = ${scheme} and state = 'adopted')`;

/** Whether there is this requirement ($1) or that scheme ($2); one of the two is null. */
export const IS_ASKABLE = `select exists (select from requirement where id = $1)
    or exists (select from scheme s where s.id = $2 and ${ADOPTED_SCHEME('s.id')}) as there`;
