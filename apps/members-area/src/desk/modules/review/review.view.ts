import { answerOf, checkedInWords, type ModuleReview, type SaidAnswer } from '@induct/course';
import { britishDate } from '@induct/platform';
import type { Column } from '../../../lists/list';
import { counted } from '../../../words/counted';
import type { Tag } from '../../../words/tag';
import { factHref } from '../../facts/facts.view';

const DUE: Record<ModuleReview['due'], Tag> = {
  overdue: { text: 'Overdue', kind: 'bad' },
  'in-time': { text: 'In time', kind: 'done' },
  none: { text: 'No date', kind: 'todo' },
};

export const reviewHref = (slug: string): string => `/admin/modules/${encodeURIComponent(slug)}/review`;

/** What is known of where a module was written. */
export interface Written {
  /** Of the module. */
  courseId: string;
  /** A draft of its next version, or that it was built of. */
  draft?: string;
  /** The folder that comes with Induct. */
  shipped?: string;
}

/** Where a new version of a module begins: in its draft, in a copy of its folder, or else as an upload. */
export function nextVersionHref(slug: string, { courseId, draft, shipped }: Written): string {
  if (draft) return `/admin/drafts/${draft}`;
  if (shipped)
    return `/admin/drafts/new?${new URLSearchParams({ from: `shipped:${shipped}`, module: courseId }).toString()}`;
  return `/admin/uploads/new?module=${encodeURIComponent(slug)}`;
}

/** Of the list of reviews. */
export const REVIEW_COLUMNS: readonly Column<ModuleReview>[] = [
  {
    head: 'Module',
    cell: ({ slug, title, number, isPublished }) => ({
      text: title,
      href: reviewHref(slug),
      classes: 'induct-breaks',
      more: isPublished ? undefined : `Version ${number}, which members do not see yet`,
    }),
  },
  {
    head: 'Review by',
    cell: ({ reviewBy, due }) => ({ tag: DUE[due], more: reviewBy === null ? undefined : britishDate(reviewBy) }),
  },
  {
    head: 'Facts confirmed',
    cell: ({ confirmed, changed, open, since }) => {
      const all = confirmed + changed + open;
      return all === 0
        ? 'It asks for none'
        : {
            text: `${confirmed} of ${all}`,
            bar: confirmed / all,
            more:
              changed > 0
                ? `${counted(changed, 'has', 'have')} changed`
                : since.length > 0
                  ? `${counted(since.length, 'local text', 'local texts')} changed since`
                  : undefined,
          };
    },
  },
];

/** Everything the page of one module's review shows. @param council as learners read it */
export function reviewView(review: ModuleReview, council: string, written: Written) {
  const { items, answers, slug, number, isPublished, reviewed, reviewBy, due, dateSaid, checked, since } = review;
  const asked = items.filter(({ asks }) => asks !== 'watch');
  const shown = asked.map((item) => {
    const answer = answerOf(item, answers);
    return {
      id: item.id,
      text: item.text,
      isOwn: item.asks === 'localise',
      isConfirmed: answer?.answer === 'confirmed',
      said: answer && answerWords(answer),
      changed: answer?.words ?? undefined,
      changedHref: `${reviewHref(slug)}/${encodeURIComponent(item.id)}`,
    };
  });
  const own = since.map(({ id, text, said, of }) => ({
    id,
    text,
    said: `Changed by ${said.by ?? 'somebody'} on ${britishDate(said.setAt)}, after the module was checked`,
    see:
      'fact' in of
        ? { text: 'See the fact', href: factHref(of.fact) }
        : { text: 'See the paragraph', href: `/admin/modules/${encodeURIComponent(slug)}/paragraphs/${of.screen}` },
  }));
  return {
    facts: [
      {
        key: 'Version',
        value: isPublished ? `Version ${number}, which members see` : `Version ${number}, which members do not see yet`,
      },
      {
        key: 'Review it by',
        value: reviewBy === null ? 'No date yet' : britishDate(reviewBy),
        tag: DUE[due],
        more: dateSaid ? `Set by ${dateSaid.by ?? 'somebody'} on ${britishDate(dateSaid.setAt)}` : undefined,
        action: { text: 'Change', hidden: 'the date of the review', href: `${reviewHref(slug)}-date` },
      },
      { key: 'Last reviewed by its writers', value: reviewed === null ? 'Not said' : britishDate(reviewed) },
      {
        key: 'What learners read of it',
        value: checked ? checkedInWords(council, checked) : 'Nothing, until everything below is confirmed',
      },
    ],
    seen: answers.reduce((newest, { id }) => (BigInt(id) > BigInt(newest) ? id : newest), '0'),
    toDo: [...shown.filter(({ isConfirmed }) => !isConfirmed), ...own],
    done: shown.filter(({ isConfirmed }) => isConfirmed),
    asksForNothing: asked.length === 0,
    watch: items.filter(({ asks }) => asks === 'watch').map(({ text }) => text),
    nextVersionHref: nextVersionHref(slug, written),
  };
}

function answerWords({ answer, by, at }: SaidAnswer): string {
  const who = `${by ?? 'Somebody'} on ${britishDate(at)}`;
  return answer === 'confirmed' ? `Confirmed by ${who}` : `Has changed, said ${who}`;
}
