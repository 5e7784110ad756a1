import { breaksOut, linesOf, oneLine, tidy } from '@induct/authoring';
import { said, w } from '@induct/platform';
import { z } from 'zod';
import { lastDayIn } from '../../../forms/day-fields';
import type { Fields } from '../../../forms/form-problems';

const LONGEST_LINE = 300;
const LONGEST_TEXT = 10_000;

/** What a form of many fields holds, field by field, with what is wrong with each. */
export class Typed {
  private readonly sent: Fields;

  constructor(
    sent: unknown,
    private readonly context: z.RefinementCtx,
  ) {
    this.sent = typeof sent === 'object' && sent !== null ? (sent as Fields) : {};
  }

  problem(field: string, message: string): void {
    this.context.addIssue({ code: 'custom', path: [field], message });
  }

  raw(name: string): string {
    const value = this.sent[name];
    return typeof value === 'string' ? value : '';
  }

  has(name: string): boolean {
    return this.raw(name).trim() !== '';
  }

  isTicked(name: string): boolean {
    return this.raw(name) === 'yes';
  }

  /** What is ticked of those whose names begin so, without that beginning. */
  namesTicked(beginning: string): string[] {
    return Object.keys(this.sent).flatMap((name) =>
      name.startsWith(beginning) && this.isTicked(name) ? [name.slice(beginning.length)] : [],
    );
  }

  /** A text of one line. @param missing said when there is none; without it, there may be none */
  line(name: string, missing?: string): string {
    return this.checked(name, oneLine(this.raw(name)), LONGEST_LINE, missing);
  }

  /** A text of several lines. */
  text(name: string, missing?: string): string {
    return this.checked(name, tidy(this.raw(name)), LONGEST_TEXT, missing);
  }

  /** A box in which every line is an item. @param missing said when there is none; without it, there may be none */
  lines(name: string, missing?: string): string[] {
    this.checked(name, tidy(this.raw(name)), LONGEST_TEXT, missing);
    return linesOf(this.raw(name));
  }

  number(name: string, wrong: string): number {
    const typed = this.raw(name)
      .trim()
      .replaceAll(/[,£\s]/g, '');
    const value = Number(typed);
    if (typed === '' || !Number.isFinite(value)) this.problem(name, wrong);
    return value;
  }

  /** A day in three boxes: `2026-12-14`. @param called what it is called when it is no day */
  day(name: string, missing: string, called: string): string {
    const found = lastDayIn(this.sent, name, missing, called);
    if ('day' in found) return found.day;
    this.context.addIssue({ code: 'custom', path: [name, 'day'], message: found.problem });
    return '';
  }

  /** As `day`, where there need be none. */
  dayIfAny(name: string, called: string): string | undefined {
    return ['day', 'month', 'year'].some((part) => this.has(`${name}-${part}`))
      ? this.day(name, '', called)
      : undefined;
  }

  oneOf<T extends string>(name: string, values: readonly T[], missing: string): T {
    const found = values.find((value) => value === this.raw(name));
    if (found === undefined) this.problem(name, missing);
    return found ?? values[0]!;
  }

  private checked(name: string, typed: string, longest: number, missing?: string): string {
    if (typed === '' && missing !== undefined) this.problem(name, missing);
    if (typed.length > longest) this.problem(name, w`Write ${longest.toLocaleString('en-GB')} characters or fewer`);
    if (breaksOut(typed)) this.problem(name, said('A line cannot begin with three colons'));
    return typed;
  }
}

/** A form that is read field by field. */
export const typedForm = <T>(read: (typed: Typed) => T): z.ZodType<T> =>
  z.unknown().transform((sent, context) => read(new Typed(sent, context)));
