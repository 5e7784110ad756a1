import { HttpStatus } from '@nestjs/common';
import type {} from '@fastify/view';
import { DomainError, wantsPage } from '@induct/platform';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { type Fields, type FormProblems, formProblems, problemAt } from './form-problems';

/** A refusal of the work that belongs to a field of the form: "another person already has this email address". */
export interface FieldRefusal {
  /** @returns undefined when it is another refusal */
  problems(error: unknown): FormProblems | undefined;
}

/**
 * Declares that a refusal is shown at a field.
 * @param words what is wrong and what to do about it, as the refusal says, unless something else says it better
 */
export const atField = <E extends DomainError>(
  refusal: new (...given: never[]) => E,
  field: string | ((error: E) => string),
  words: (error: E) => string | string[] = ({ title, remedy }) => (remedy ? [title, remedy] : title),
): FieldRefusal => ({
  problems: (error) =>
    error instanceof refusal
      ? problemAt(typeof field === 'string' ? field : field(error), ...[words(error)].flat())
      : undefined,
});

/** Something only found out while the form was taken, at one of its fields. */
export class FieldIsWrong extends Error {
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

/** For programs; people see the form again. */
export class FormIsWrong extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'Something is missing or cannot be right';

  constructor({ errors = [] }: FormProblems) {
    super(errors.map(({ text }) => (text.endsWith('.') ? text : `${text}.`)).join(' '));
  }
}

/** Where a schema has no words of its own, zod would speak of types: what is wrong then, no page of ours sends. */
const UNREADABLE = 'We could not read this: type or choose it again';

export interface SentForm<Data> {
  schema: z.ZodType<Data>;
  sent: unknown;
  /**
   * The template that shows it, and what that shows: the form as typed, and what is wrong with it. An address, when there is
   * nothing to show any more.
   */
  page: string;
  view: (form: Fields, problems: FormProblems) => object | string | Promise<object | string>;
  /** Refusals that are shown at a field. All others are pages of their own. */
  refusals?: readonly FieldRefusal[];
  /** Does what the form asks for. @returns the address to go on to, or an answer that was given already */
  take: (data: Data) => Promise<string | FastifyReply>;
}

/**
 * The one way to take a form: it is read by its schema and taken, and whoever sent it goes on to another page. When
 * something is wrong with it, its page is shown again: status 400, with everything that was typed, a summary of what is
 * wrong and the message at each field.
 */
export async function takeForm<Data>(reply: FastifyReply, form: SentForm<Data>): Promise<FastifyReply> {
  const read = form.schema.safeParse(form.sent ?? {}, { error: () => UNREADABLE });
  if (!read.success) return await showAgain(reply, form, formProblems(read.error));
  try {
    const next = await form.take(read.data);
    return typeof next === 'string' ? await reply.redirect(next, HttpStatus.SEE_OTHER) : next;
  } catch (error) {
    const problems =
      error instanceof FieldIsWrong
        ? problemAt(error.field, error.message)
        : form.refusals?.map((refusal) => refusal.problems(error)).find((found) => found !== undefined);
    if (!problems || (error instanceof DomainError && !wantsPage(reply.request))) throw error;
    return await showAgain(reply, form, problems);
  }
}

async function showAgain<Data>(reply: FastifyReply, { page, view, sent }: SentForm<Data>, problems: FormProblems) {
  if (!wantsPage(reply.request)) throw new FormIsWrong(problems);
  const shown = await view({ ...(sent as Fields | undefined) }, problems);
  if (typeof shown === 'string') return await reply.redirect(shown, HttpStatus.SEE_OTHER);
  return await reply.status(HttpStatus.BAD_REQUEST).view(page, shown);
}
