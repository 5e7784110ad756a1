import type { TemplateWords, TEXT_PLACES } from '../certificate/template';

/** What a name in braces stands for. */
export type TextPlace = (typeof TEXT_PLACES)[number];

/** Every text of a language but the further lines, which all obey `LINE_RULE`. */
export type TextName = Exclude<keyof TemplateWords, 'lines'>;

export interface TextRule {
  /** In letters, places as they are typed. */
  longest: number;
  /** What may stand in braces, each of them once. */
  places: readonly TextPlace[];
  /** What it has to name. */
  needs?: TextPlace;
}

/** As the form shows them. Lengths are such that the longest texts fit beside the longest name and twelve requirements. */
export const TEXT_RULES: Readonly<Record<TextName, TextRule>> = {
  office: { longest: 60, places: ['council'] },
  heading: { longest: 40, places: [] },
  certify: { longest: 60, places: ['council'] },
  statement: { longest: 160, places: ['scheme', 'edition'], needs: 'scheme' },
  statementByHand: { longest: 180, places: ['scheme', 'edition'], needs: 'scheme' },
  shown: { longest: 50, places: [] },
  shownByHand: { longest: 50, places: [] },
  learning: { longest: 24, places: [] },
  awarded: { longest: 24, places: [] },
  validUntil: { longest: 24, places: [] },
  number: { longest: 30, places: [] },
  check: { longest: 80, places: [] },
};

export const TEXT_NAMES = Object.keys(TEXT_RULES) as TextName[];

export const LINE_RULE: TextRule = {
  longest: 180,
  places: ['council', 'scheme', 'edition', 'holder', 'number', 'awardedOn', 'validUntil'],
};
export const MOST_LINES = 3;
