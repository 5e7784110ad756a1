import {
  type PlannedPart,
  type PlannedPool,
  type PlannedSession,
  POOL_AUDIENCES,
  type PoolAudience,
  readTimes,
  type Seat,
  SEATS,
  type SessionPlan,
} from '@induct/events';
import { z } from 'zod';
import { dayFields } from '../../../forms/day-fields';
import { aDayOrNone, formOf } from '../../../forms/form-of';
import type { Fields } from '../../../forms/form-problems';
import { lines } from '../../../forms/texts';
import { numberOrNone, orNone } from '../event/event.form';

export const MOST_PARTS = 10;
const MOST_DISTRICTS = 60;
const LINK = 'Enter a link that begins with https://, or leave it empty';

/** The places for one kind of people: where they sit, and what they are called in the form. */
export const POOLS = SEATS.flatMap((seat) =>
  POOL_AUDIENCES.map((audience) => ({ seat, audience, field: poolField(seat, audience) })),
);
function poolField(seat: Seat, audience: PoolAudience): string {
  return `places-${seat}-${audience}`;
}

/** What can be said when a session is planned. Later states come by pages of their own. */
export const FIRST_STATES = ['idea', 'hold', 'provisional', 'confirmed'] as const;

const time = z
  .string()
  .trim()
  .default('')
  .transform((text, context): string | null => {
    if (text === '') return null;
    const read = readTimes(text);
    const [only, ...others] = 'times' in read ? read.times : [];
    if (only && only.to === null && others.length === 0) return only.from;
    context.addIssue({ code: 'custom', message: 'Enter a time, like 9.30am or 14:00' });
    return z.NEVER;
  });

/** A box alone is a text, several are a list. */
const topics = z.preprocess((sent) => [sent ?? []].flat(), z.array(z.string().max(100)).max(50).catch([]));

const Part = formOf({ on: aDayOrNone('The day'), from: time, to: time, topics });

const Rest = z.object({
  event: z.union([z.literal(''), z.uuid('Choose what it is about')], 'Choose what it is about').default(''),
  place: orNone('The place', 200),
  onlineUrl: z
    .union([z.literal('').transform(() => null), z.url({ protocol: /^https?$/, error: LINK }).max(500, LINK)], LINK)
    .default(null),
  districts: lines
    .default('')
    .transform((text) => [...new Set(text.split('\n').flatMap((line) => line.trim() || []))])
    .pipe(
      z
        .array(z.string().max(100, 'Each district must be 100 characters or fewer'))
        .max(MOST_DISTRICTS, `Enter ${MOST_DISTRICTS} districts or fewer, each on a line of its own`),
    ),
  note: orNone('The note', 1000),
  ...Object.fromEntries(POOLS.map(({ field }) => [field, numberOrNone(9999, 'Enter a number of places, like 20')])),
});

/**
 * A session, as it is planned. Its parts stand in numbered fields: `on1-day`, `from1`, `to1`, `topics1`; a part of which
 * nothing is said is none.
 */
export const SessionForm = z.record(z.string(), z.unknown()).transform((sent, context): SessionPlan => {
  const rest = Rest.safeParse(sent);
  const parts: PlannedPart[] = [];
  for (let nth = 1; nth <= MOST_PARTS; nth++) {
    const boxes = Object.fromEntries(['day', 'month', 'year'].map((box) => [`on-${box}`, sent[`on${nth}-${box}`]]));
    const part = Part.safeParse({
      ...boxes,
      from: sent[`from${nth}`],
      to: sent[`to${nth}`],
      topics: sent[`topics${nth}`],
    });
    const wrong = (message: string, [field, ...box]: readonly PropertyKey[]) =>
      context.addIssue({
        code: 'custom',
        path: [`${String(field)}${nth}`, ...box],
        message: `Part ${nth}: ${message}`,
      });
    for (const { message, path } of part.error?.issues ?? []) wrong(message, path);
    if (!part.success) continue;
    const { on, from, to } = part.data;
    if (on) parts.push({ on, from, to, topics: part.data.topics });
    // What stands there from the session before says nothing without a day.
    else if (sent['before'] === undefined && (from !== null || to !== null || part.data.topics.length > 0))
      wrong('enter the day', ['on', 'day']);
  }
  for (const { message, path } of rest.error?.issues ?? []) context.addIssue({ code: 'custom', path, message });
  if (!rest.success) return z.NEVER;
  const { event, ...said } = rest.data;
  const places = said as unknown as Record<string, number | null>;
  return {
    eventId: event || null,
    place: said.place,
    onlineUrl: said.onlineUrl,
    districts: said.districts,
    note: said.note,
    parts,
    pools: POOLS.flatMap(({ seat, audience, field }): PlannedPool[] => {
      const many = places[field];
      return many ? [{ seat, audience, places: many, opensToAllOn: null }] : [];
    }),
  };
});

export const NewSessionForm = SessionForm.and(
  z.object({ state: z.enum(FIRST_STATES, 'Choose how far it is') }),
).transform(({ state, ...plan }) => ({ state, plan: plan as SessionPlan }));

/** The day from which places are anyone's is not in the form: it stays. */
export const keepingOpening = (plan: SessionPlan, before: PlannedSession['pools']): SessionPlan => ({
  ...plan,
  pools: plan.pools.map((pool) => {
    const was = before.find(({ seat, audience }) => seat === pool.seat && audience === pool.audience);
    return { ...pool, opensToAllOn: was?.opensToAllOn ?? null };
  }),
});

/** A session as its form shows it. */
export function sessionFields(session: PlannedSession): Fields {
  const { eventId, place, onlineUrl, districts, note, parts, pools, revision } = session;
  const ofParts = parts.map(({ on, from, to, topics: chosen }, at): Fields => {
    const nth = at + 1;
    return {
      ...dayFields(`on${nth}`, on),
      [`from${nth}`]: from ?? '',
      [`to${nth}`]: to ?? '',
      [`topics${nth}`]: chosen,
    };
  });
  const ofPools = pools.map(({ seat, audience, places }): Fields => ({ [poolField(seat, audience)]: places }));
  return Object.assign(
    {
      event: eventId ?? '',
      place: place ?? '',
      onlineUrl: onlineUrl ?? '',
      districts: districts.join('\n'),
      note: note ?? '',
      parts: Math.max(1, parts.length),
      revision,
    },
    ...ofParts,
    ...ofPools,
  ) as Fields;
}

/** What another date of an event has in common with the one before, as a rule: all but its days, its link and its note. */
export function fieldsOfAnother(before: PlannedSession): Fields {
  const its = ['revision', 'onlineUrl', 'note'];
  const isItsOwn = (field: string) => its.includes(field) || /^on\d+-/.test(field);
  return Object.fromEntries(Object.entries(sessionFields(before)).filter(([field]) => !isItsOwn(field)));
}
