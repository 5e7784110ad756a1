import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { pageNumber } from './filter';
import { pageOrLast } from './page-or-last';
import { hrefOfPage, pagination } from './pagination';

export const WAITING_PAGE = 'lists/waiting.page.njk';
const PER_PAGE = 25;

/** What the address of such a list says: which page of it, and what has just been done. */
export const WaitingAsked = z.object({ page: pageNumber, done: z.string().optional() });
type WaitingAsked = z.infer<typeof WaitingAsked>;

/** Something that waits for an officer. */
export interface WaitingRow {
  href: string;
  /** Of the person it is about; with what of theirs it is, where that is read as one. */
  name: string;
  /** What of theirs it is. */
  title?: string;
  /** A name said before `says`: "Wants to be called", and which. */
  asks?: { words: string; name: string };
  says: string;
  /** Why this officer cannot decide it. */
  note: string | undefined;
}

/** What such a page says, whatever waits. */
export interface WaitingWords {
  heading: string;
  lead?: string;
  /** What an officer can begin here. */
  begin?: { text: string; href: string };
  /** Above the list, where there is more on the page. */
  over?: string;
  /** @param total how many wait */
  says?: (total: number) => string;
  /** Nothing waits. */
  empty: string;
  /** What is said after an act, by the `done` of the address. */
  done: Readonly<Record<string, string>>;
}

/**
 * One page of what waits for an officer, as `WAITING_PAGE` shows it.
 * @param read those that wait, the oldest first, as rows
 */
export async function waitingList(
  { url }: FastifyRequest,
  { page: wanted, done }: WaitingAsked,
  words: WaitingWords,
  read: (limit: number, offset: number) => Promise<{ rows: WaitingRow[]; total: number }>,
) {
  const { rows, total, page } = await pageOrLast((nth) => read(PER_PAGE, (nth - 1) * PER_PAGE), wanted, PER_PAGE);
  return {
    words,
    rows,
    says: words.says?.(total),
    banner: words.done[done ?? ''],
    pages: pagination(page, Math.ceil(total / PER_PAGE), (number) => hrefOfPage(url, number)),
  };
}
