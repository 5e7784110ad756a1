import type { HandbookEditionEntity, HandbookPaperEntity } from '@induct/handbook';
import { britishDate, britishTimeAndDate } from '@induct/platform';
import { MOST_ATTEMPTS } from '@induct/printing';
import { counted } from '../../words/counted';
import type { Tag } from '../../words/tag';

export const EDITIONS = '/admin/handbook/editions';

/** Where an edition stands on its way. */
export function editionState({ publishAt, publishedAt }: HandbookEditionEntity): Tag {
  if (publishedAt) return { text: 'Out', kind: 'done' };
  return publishAt ? { text: 'Waits for its time', kind: 'going' } : { text: 'Draft', kind: 'todo' };
}

/** A line that says the same in words. */
export function editionSays({ publishAt, publishedAt, draftedAt }: HandbookEditionEntity): string {
  if (publishedAt) return `Published at ${britishTimeAndDate(publishedAt)}`;
  if (publishAt) return `Comes out at ${britishTimeAndDate(publishAt)}`;
  return `Drafted on ${britishDate(draftedAt)}; nobody has said when it comes out`;
}

export const editionRow = (edition: HandbookEditionEntity) => ({
  name: `Edition ${edition.number}, ${edition.title}`,
  href: `${EDITIONS}/${edition.number}`,
  state: editionState(edition),
  says: editionSays(edition),
});

/** The members' handbook comes out anew every six months. */
const MONTHS_BETWEEN = 6;

/**
 * Asks for the next edition in time.
 * @param editions the newest first
 */
export function nextEditionWords([newest]: readonly HandbookEditionEntity[], now: Date): string | undefined {
  if (!newest?.publishedAt) return undefined;
  const due = new Date(newest.publishedAt);
  due.setUTCMonth(due.getUTCMonth() + MONTHS_BETWEEN);
  return now < due
    ? `The next edition is due by ${britishDate(due)}, six months after the last.`
    : `The next edition was due on ${britishDate(due)}, six months after the last.`;
}

/** The printed copies of an edition that is out, and how far they are. */
export function papersView(number: number, papers: readonly HandbookPaperEntity[]) {
  const made = papers.filter(({ madeAt }) => madeAt !== null).length;
  const stuck = papers.filter(
    ({ madeAt, error, attempts }) => madeAt === null && error !== null && attempts >= MOST_ATTEMPTS,
  );
  return {
    made,
    total: papers.length,
    isInEnglishAlone: papers.length > 0 && papers.every(({ language }) => language === 'en'),
    isPrinting: made + stuck.length < papers.length,
    hasFailed: stuck.length > 0,
    says:
      made === papers.length
        ? `All of the ${counted(made, 'copy', 'copies')} are made.`
        : `${made} of ${papers.length} copies are made.`,
    papers: papers.map((paper) => ({
      name: [
        paper.district ?? 'For everybody, without a district',
        ...(paper.language === 'cy' ? ['in Welsh'] : []),
      ].join(', '),
      href: paper.madeAt
        ? `/handbook/editions/${number}.pdf?district=${encodeURIComponent(paper.district ?? 'none')}&language=${paper.language}`
        : undefined,
      about: paper.madeAt
        ? `Made at ${britishTimeAndDate(paper.madeAt)}, ${Math.ceil((paper.bytes ?? 0) / 1000)} kB`
        : stuck.includes(paper)
          ? `It cannot be printed: ${paper.error}`
          : 'It is being printed.',
      sha256: paper.madeAt && paper.sha256 ? paper.sha256.toString('hex') : undefined,
    })),
  };
}
