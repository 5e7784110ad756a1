import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '@induct/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { atField, FieldIsWrong, FormIsWrong, type SentForm, takeForm } from './take-form';

class PlaceIsTaken extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Somebody has taken the last place';
}

const schema = z.object({
  name: z.string().min(1, 'Enter a name').max(3, 'Too long'),
  seat: z.string().regex(/^\d/, 'Enter a number').optional(),
});

/** An answer that only notes what was given. */
function answer(accept = 'text/html') {
  const given: { status?: number; page?: string; shown?: object; to?: string } = {};
  const reply = {
    request: { headers: { accept } },
    status: (status: number) => ((given.status = status), reply),
    view: (page: string, shown: object) => ((given.page = page), (given.shown = shown), reply),
    redirect: (to: string, status: number) => ((given.to = to), (given.status = status), reply),
  };
  return { reply: reply as unknown as FastifyReply, given };
}

const form = (sent: unknown, more: Partial<SentForm<z.infer<typeof schema>>> = {}) => ({
  schema,
  sent,
  page: 'booking.page.njk',
  view: (typed: object, problems: object): object => ({ form: typed, ...problems }),
  take: () => Promise.resolve('/booked'),
  ...more,
});

describe('a form that was sent', () => {
  it('is taken, and leads on', async () => {
    const { reply, given } = answer();
    const taken: unknown[] = [];
    await takeForm(reply, form({ name: 'Ada' }, { take: async (data) => (taken.push(data), '/booked') }));
    expect([given.status, given.to, taken]).toEqual([303, '/booked', [{ name: 'Ada' }]]);
  });

  it('is shown again with what was typed, and of each field the first thing that is wrong', async () => {
    const { reply, given } = answer();
    await takeForm(reply, form({ name: '', seat: 'x', more: 'kept' }));
    expect(given).toEqual({
      status: 400,
      page: 'booking.page.njk',
      shown: {
        form: { name: '', seat: 'x', more: 'kept' },
        errors: [
          { href: '#name', text: 'Enter a name' },
          { href: '#seat', text: 'Enter a number' },
        ],
        message: { name: { text: 'Enter a name' }, seat: { text: 'Enter a number' } },
      },
    });
  });

  it('leads on when its page has nothing to show any more', async () => {
    const { reply, given } = answer();
    await takeForm(reply, form({ name: '' }, { view: () => '/rooms' }));
    expect([given.status, given.to]).toEqual([303, '/rooms']);
  });

  it('never speaks of types to people', async () => {
    const { reply, given } = answer();
    await takeForm(reply, form({ name: 'Ada', seat: ['1', '2'] }));
    expect(given.shown).toMatchObject({
      message: { seat: { text: 'We could not read this: type or choose it again' } },
    });
    await takeForm(reply, form({ name: 'Adam' }));
    expect(given.shown).toMatchObject({ message: { name: { text: 'Too long' } } });
  });

  it('is read when nothing was sent at all', async () => {
    const { reply, given } = answer();
    await takeForm(reply, form(undefined));
    expect(given.status).toBe(400);
  });

  it.each([
    ['a declared refusal', new PlaceIsTaken(), 'Somebody has taken the last place'],
    ['what was found out meanwhile', new FieldIsWrong('seat', 'That seat is broken'), 'That seat is broken'],
  ])('shows %s at its field', async (_, error, text) => {
    const { reply, given } = answer();
    const refusals = [atField(PlaceIsTaken, 'seat')];
    await takeForm(reply, form({ name: 'Ada' }, { refusals, take: () => Promise.reject(error) }));
    expect(given.status).toBe(400);
    expect(given.shown).toMatchObject({ errors: [{ href: '#seat', text }], form: { name: 'Ada' } });
  });

  it('leaves every other refusal to the site', async () => {
    const refused = new PlaceIsTaken();
    const taking = takeForm(answer().reply, form({ name: 'Ada' }, { take: () => Promise.reject(refused) }));
    await expect(taking).rejects.toBe(refused);
  });

  it('tells a program in words what is wrong', async () => {
    const { reply, given } = answer('application/json');
    await expect(takeForm(reply, form({ name: '' }))).rejects.toEqual(
      new FormIsWrong({ errors: [{ href: '#name', text: 'Enter a name' }], message: {} }),
    );
    expect(given).toEqual({});
  });

  it('leads to the first box of a field that has several', async () => {
    const { reply, given } = answer();
    const days = z.unknown().transform((_, context) => {
      context.addIssue({ code: 'custom', path: ['deadline', 'day'], message: 'Enter the last day' });
      return z.NEVER;
    });
    await takeForm(reply, { ...form({}), schema: days, take: () => Promise.resolve('/') });
    expect(given.shown).toMatchObject({
      errors: [{ href: '#deadline-day', text: 'Enter the last day' }],
      message: { deadline: { text: 'Enter the last day' } },
    });
  });

  it('is shown again by nothing else in the site', () => {
    const site = join(__dirname, '..');
    const files = globSync('**/*.ts', { cwd: site }).filter((file) => !file.endsWith('.spec.ts'));
    const others = files.filter((file) => /\bformProblems\(|BAD_REQUEST/.test(readFileSync(join(site, file), 'utf8')));
    expect(others.toSorted()).toEqual(['forms/form-problems.ts', 'forms/take-form.ts']);
  });
});
