import { type EventEntity, POOL_AUDIENCE_NAMES, SESSION_STATE_NAMES } from '@induct/events';
import type { Fields, FormProblems } from '../../../forms/form-problems';
import { counted } from '../../../words/counted';
import { FIRST_STATES, MOST_PARTS, POOLS } from './session.form';

interface Choices {
  events: readonly Pick<EventEntity, 'id' | 'title'>[];
  topics: readonly { slug: string; title: string }[];
}

/** The form that plans a session: as many parts as are said, and one more when somebody asks for it. */
export function sessionFormView({ events, topics }: Choices, form: Fields, problems: FormProblems) {
  const wanted = Math.trunc(Number(form['parts'] ?? 1)) || 1;
  const shown = Math.max(1, Math.min(MOST_PARTS, wanted + (form['more'] === undefined ? 0 : 1)));
  return {
    events: [
      { value: '', text: 'Nothing yet: the date is kept free' },
      ...events.map(({ id, title }) => ({ value: id, text: title, selected: form['event'] === id })),
    ],
    states: FIRST_STATES.map((value) => ({
      value,
      text: SESSION_STATE_NAMES[value],
      hint: { text: STATE_HINTS[value] },
    })),
    parts: Array.from({ length: shown }, (_, at) => partView(at + 1, topics, form)),
    mayHaveMore: shown < MOST_PARTS,
    seats: [
      { name: 'In the room', pools: POOLS.filter(({ seat }) => seat === 'room').map(poolView) },
      { name: 'Online', pools: POOLS.filter(({ seat }) => seat === 'online').map(poolView) },
    ],
    form,
    ...problems,
  };
}

const STATE_HINTS: Record<(typeof FIRST_STATES)[number], string> = {
  idea: 'Somebody thinks of it',
  hold: 'Something is to take place then. It needs no title yet.',
  provisional: 'It is to take place, and not all is settled',
  confirmed: 'It takes place. It needs a title, a place or a link, a day, and when each part begins and ends.',
};

const poolView = ({ audience, field }: (typeof POOLS)[number]) => ({ field, text: POOL_AUDIENCE_NAMES[audience] });

function partView(nth: number, topics: Choices['topics'], form: Fields) {
  const chosen = new Set<unknown>([form[`topics${nth}`] ?? []].flat());
  const known = new Set(topics.map(({ slug }) => slug));
  // What is asked of nobody any more stays chosen until somebody takes it out.
  const gone = [...chosen].filter((slug): slug is string => typeof slug === 'string' && !known.has(slug));
  const choices = [...topics, ...gone.map((slug) => ({ slug, title: slug }))];
  return {
    nth,
    topics: choices.map(({ slug, title }) => ({ value: slug, text: title, checked: chosen.has(slug) })),
    chosen: chosen.size > 0 ? `${counted(chosen.size, 'topic')} chosen` : 'none chosen',
  };
}
