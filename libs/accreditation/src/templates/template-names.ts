import type { TextName, TextPlace } from './text-rules';

/** What each text is called, as people read it. */
export const TEXT_CALLED: Readonly<Record<TextName, string>> = {
  office: 'Who awards it, under the council’s name',
  heading: 'Heading',
  certify: 'Above the holder’s name',
  statement: 'What the holder has done',
  statementByHand: 'The same, when two officers issue it by hand',
  shown: 'Above the list of requirements',
  shownByHand: 'Above what was shown, when it is issued by hand',
  learning: 'Label of the learning time',
  awarded: 'Label of the day of award',
  validUntil: 'Label of the last day',
  number: 'Label of the number',
  check: 'How to check it; the address follows',
};

export const PLACE_MEANS: Readonly<Record<TextPlace, string>> = {
  council: 'the council’s name',
  scheme: 'the name of the scheme',
  edition: 'its edition',
  holder: 'the holder’s name',
  number: 'the certificate’s number',
  awardedOn: 'the day of award',
  validUntil: 'the last day',
};

export const LANGUAGES_CALLED = { en: 'English', cy: 'Welsh', both: 'Welsh and English' } as const;
export const ARMS_CALLED = {
  none: 'No arms',
  centre: 'In the middle, above the council’s name',
  left: 'On the left',
} as const;
export const FRAME_CALLED = { ornate: 'Ornate', plain: 'Plain' } as const;
