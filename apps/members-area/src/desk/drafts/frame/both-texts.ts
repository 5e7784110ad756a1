import { HttpStatus } from '@nestjs/common';
import { ChangedMeanwhile } from '@induct/authoring';
import type { FastifyReply } from 'fastify';
import type { Fields, FormProblems } from '../../../forms/form-problems';

/** Of the text that a form changes: what its page has shown, as a mark. */
export function seenIn(sent: unknown): string {
  const seen = (sent as { seen?: unknown } | null | undefined)?.seen;
  return typeof seen === 'string' ? seen : '';
}

/**
 * The mark that a form shown again goes on with: of what stood before their eyes when they began to type.
 * @returns undefined when they see only now what stands there
 */
export function stillSeen(form: Fields | undefined, { errors }: FormProblems): string | undefined {
  const seen = form?.['seen'];
  return typeof seen === 'string' && errors?.[0]?.href !== '#seen' ? seen : undefined;
}

export interface TextSaved {
  page: string;
  /** @returns the address to go on to. @throws ChangedMeanwhile */
  save: () => Promise<string>;
  /** What the page shows with what was typed in its form, and the problem at `seen`. @param now undefined: it was removed */
  view: (now: string | undefined) => object | Promise<object>;
}

/** Where somebody else was quicker, nothing is saved: their text stands above what was typed, which can be saved over it. */
export async function saveOrShowBoth(reply: FastifyReply, { page, save, view }: TextSaved) {
  try {
    return await save();
  } catch (error) {
    if (!(error instanceof ChangedMeanwhile)) throw error;
    const shown = { theirs: error.now ?? '', isStale: true, ...(await view(error.now)) };
    return await reply.status(HttpStatus.CONFLICT).view(page, shown);
  }
}
