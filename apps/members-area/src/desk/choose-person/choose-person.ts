import type { PeopleService } from '@induct/people';
import { z } from 'zod';

export const CHOOSE_PERSON_PAGE = 'desk/choose-person/choose-person.page.njk';
const MOST_FOUND = 20;

/** What the address of such a page says: the name that was typed. */
export const PersonAsked = z.object({ q: z.string().max(200).optional().catch(undefined) });

/** What such a page says. */
export interface ChoosingWords {
  heading: string;
  /** Its own address. */
  to: string;
  label: string;
}

/**
 * A page on which an officer finds the person whom something is for, as `CHOOSE_PERSON_PAGE` shows it. Who is shut out is not found.
 * @param hrefOf where one goes on to, by the person's id
 */
export async function choosePerson(
  people: PeopleService,
  typed: string | undefined,
  words: ChoosingWords,
  hrefOf: (id: string) => string,
) {
  const q = (typed ?? '').trim();
  const { people: found, total } = q
    ? await people.list({ search: q, limit: MOST_FOUND, offset: 0 })
    : { people: [], total: 0 };
  return {
    words,
    q,
    more: Math.max(0, total - found.length),
    people: found
      .filter(({ deactivatedAt }) => deactivatedAt === null)
      .map(({ id, name, group }) => ({ name, group, href: hrefOf(id) })),
  };
}
