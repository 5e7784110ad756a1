import { MOST_NODES, type Nameable, readRule, type ShownScheme, type ShownVersion } from '@induct/accreditation';
import { dayFields } from '../../forms/day-fields';
import type { Fields, FormProblems } from '../../forms/form-problems';
import { fieldsOf, linesIn } from './draft.form';
import { linesOf } from './rule-lines';

/** A draft as the fields of its form. */
export function fieldsOfDraft(version: ShownVersion): Fields {
  const { effectiveFrom, validityMonths, renewalOpensMonths, graceDays, forHolders, topUpBy, rule } = version;
  return {
    ...dayFields('from', effectiveFrom),
    ends: validityMonths === null ? 'never' : 'months',
    months: validityMonths === null ? '' : String(validityMonths),
    opens: renewalOpensMonths === null ? '' : String(renewalOpensMonths),
    grace: String(graceDays),
    holders: forHolders,
    ...dayFields('topup', topUpBy),
    ...fieldsOf(linesOf(readRule(rule))),
  };
}

/** What a line can ask for. @param own the scheme itself asks for its own award never */
function choices({ requirements, schemes, modules, events }: Nameable, own: string) {
  return [
    {
      label: 'Lines below it',
      items: [
        { value: 'all', text: 'All of the lines below' },
        { value: 'path', text: 'All of the lines below, in their order' },
        { value: 'any', text: 'One of the lines below' },
        { value: 'n', text: 'A number of the lines below' },
      ],
    },
    {
      label: 'What is asked for',
      items: [
        { value: 'core', text: 'Every core skill' },
        ...requirements.map(({ id, title }) => ({ value: `need:${id}`, text: title })),
      ],
    },
    {
      label: 'The award of another scheme',
      items: schemes.filter(({ id }) => id !== own).map(({ id, name }) => ({ value: `award:${id}`, text: name })),
    },
    {
      label: 'Modules that nothing asks for yet',
      items: modules.map(({ id, title }) => ({ value: `module:${id}`, text: title })),
    },
    {
      label: 'To have been at an event',
      items: events.map(({ slug, title }) => ({ value: `event:${slug}`, text: title })),
    },
  ].filter(({ items }) => items.length > 0);
}

/** Everything that a line may ask for. */
export const offered = (nameable: Nameable, own: string): Set<string> =>
  new Set(choices(nameable, own).flatMap(({ items }) => items.map(({ value }) => value)));

/** The form in which a version is drafted. */
export function draftView(
  {
    scheme,
    edition,
    nameable,
    seen,
  }: {
    scheme: Pick<ShownScheme, 'id' | 'name' | 'slug'>;
    edition: string;
    nameable: Nameable;
    /** Of the draft as it is kept now. */
    seen: string | undefined;
  },
  form: Fields,
  problems: FormProblems,
) {
  const lines = linesIn(form);
  const known = offered(nameable, scheme.id);
  return {
    scheme: { name: scheme.name, href: `/admin/schemes/${scheme.slug}` },
    edition,
    choices: choices(nameable, scheme.id),
    lines: lines.map((line, at) => ({
      ...line,
      at,
      nth: at + 1,
      isNumber: line.what === 'n',
      // It keeps its place until somebody chooses another.
      isGone: line.what !== '' && !known.has(line.what),
      error: problems.message[`line-${at}-what`]?.text,
      canMoveOut: line.depth > 0,
      canMoveIn: at > 0 && lines[at - 1]!.depth >= line.depth,
    })),
    isFull: lines.length >= MOST_NODES,
    // What was read stays what was read, until a page has said that somebody else saved.
    seen: problems.message['lines'] ? seen : (form['seen'] ?? seen),
    form,
    ...problems,
  };
}
