import { LANGUAGES_CALLED, type ListedTemplate, type TemplateQueries } from '@induct/accreditation';
import type { Fields, FormProblems } from '../../forms/form-problems';
import { type Column, listView } from '../../lists/list';
import { address } from '../../lists/paging';
import { EVERY_SCHEME, fromWords, stateTag } from './template.words';

export const PER_PAGE = 25;

interface Facts {
  templates: readonly ListedTemplate[];
  total: number;
  page: number;
  schemes: Awaited<ReturnType<TemplateQueries['schemes']>>;
  /** By id. */
  people: ReadonlyMap<string, string>;
  mayDraft: boolean;
  /** Of the choice that is no scheme. */
  every: string;
  done: unknown;
}

const columns = (people: ReadonlyMap<string, string>): readonly Column<ListedTemplate>[] => [
  { head: 'Template', cell: ({ number }) => ({ text: `Template ${number}`, href: `/admin/templates/${number}` }) },
  { head: 'State', cell: (row) => ({ tag: stateTag(row) }) },
  { head: 'For certificates of', cell: ({ scheme }) => ({ text: scheme ?? EVERY_SCHEME, classes: 'induct-breaks' }) },
  { head: 'Languages', cell: ({ languages }) => LANGUAGES_CALLED[languages] },
  { head: 'In use from', cell: ({ fromDay }) => fromWords(fromDay) },
  {
    head: 'By',
    cell: ({ draftedBy, approvedBy }) => ({
      text: people.get(draftedBy) ?? 'Somebody who is not there any more',
      ...(approvedBy !== null && {
        more: `Approved by ${people.get(approvedBy) ?? 'somebody who is not there any more'}`,
      }),
    }),
  },
];

/** The list of templates, and the form that begins one. */
export function templatesView(facts: Facts, form: Fields, problems: FormProblems) {
  const { templates, total, page, schemes, people, mayDraft, every, done } = facts;
  return {
    mayDraft,
    done: done === 'discarded' ? 'The draft is gone.' : undefined,
    choices: [{ value: every, text: EVERY_SCHEME }, ...schemes.map(({ id, name }) => ({ value: id, text: name }))],
    list:
      total > 0
        ? listView({
            columns: columns(people),
            rows: templates,
            caption: 'Templates, the newest first',
            page,
            per: PER_PAGE,
            total,
            href: (nth) => address('/admin/templates', { page: nth === 1 ? undefined : nth }),
          })
        : undefined,
    form,
    ...problems,
  };
}
