import { Letter, type LetterLink } from './letter';

interface Words {
  subject: string;
  /** Of the person it is to. */
  name: string;
  /** Paragraphs before the link. The first goes on from "Dear …,". */
  before: readonly string[];
  link: LetterLink;
  after?: readonly string[];
}

/** A letter of some paragraphs and one link. */
export const plainLetter = ({ subject, name, before, link, after = [] }: Words): Letter =>
  Letter.of({ subject, name, parts: [...before, link, ...after] });
