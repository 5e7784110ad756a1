import type { DraftProblem, Place, QuestionList } from '@induct/authoring';
import { isId, NotHere } from '../../../frame/not-here';

export const DRAFTS = '/admin/drafts';
export const draftHref = (id: string) => `${DRAFTS}/${id}`;
export const screenHref = (id: string, screen: string) => `${draftHref(id)}/screens/${screen}`;
export const partHref = (id: string, screen: string, part: number) => `${screenHref(id, screen)}/parts/${part}`;
export const questionHref = (id: string, list: QuestionList, question: string) =>
  `${draftHref(id)}/questions/${list}/${question}`;

/** How many parts stand before a part, as an address says: none when it says nothing of the kind. */
export const placeIn = (at: unknown): number => Math.max(0, Math.trunc(Number(at)) || 0);

/** Where something can be mended. */
export function placeHref(id: string, place: Place): string {
  switch (place.at) {
    case 'screen':
      return place.part === undefined
        ? screenHref(id, place.screen)
        : `${screenHref(id, place.screen)}#part-${place.part}`;
    case 'question':
      return questionHref(id, place.list, place.id);
    case 'questions':
      return `${draftHref(id)}#${place.list}`;
    case 'details':
      return `${draftHref(id)}/details#${place.field}`;
    case 'review':
      return `${draftHref(id)}/review`;
    case 'picture':
      return `${draftHref(id)}/pictures`;
    case 'module':
      return draftHref(id);
  }
}

export type Remark = Pick<DraftProblem, 'isError' | 'stops' | 'words'>;

/** What is said at a place. */
export const remarksAt = (problems: readonly DraftProblem[], isThere: (place: Place) => boolean): Remark[] =>
  problems.filter(({ place }) => isThere(place)).map(({ isError, stops, words }) => ({ isError, stops, words }));

/** @throws NotHere: PostgreSQL refuses to compare an id with anything that is not one */
export function mustBeId(id: string): string {
  if (!isId(id)) throw new NotHere('draft');
  return id;
}
