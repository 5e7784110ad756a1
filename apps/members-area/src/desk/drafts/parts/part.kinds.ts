import type { BlockKind } from '@induct/authoring';
import { said } from '@induct/platform';

/** What a part is called, and what it is for. */
export const partNames = (): Record<BlockKind, { name: string; says: string }> => ({
  heading: { name: said('Heading'), says: said('Begins a new section of the screen') },
  text: { name: said('Text'), says: said('One or more paragraphs') },
  list: { name: said('List'), says: said('Short points, one below the other') },
  callout: { name: said('Box: the one thing to remember'), says: said('What must stay when all else is forgotten') },
  definition: { name: said('What a word means'), says: said('A word that needs explaining, and its meaning') },
  reveal: { name: said('More, folded away'), says: said('For those who want to know more: it opens with a press') },
  council: { name: said('In your council'), says: said('How it is here: whom to ask, where to find it') },
  steps: { name: said('Steps'), says: said('What to do, one after the other, with numbers') },
  cards: { name: said('Cards'), says: said('Two to six short texts side by side') },
  table: { name: said('Table'), says: said('Figures or facts in columns') },
  scenario: {
    name: said('What would you do?'),
    says: said('A situation with two to four choices, and what follows from each'),
  },
  check: { name: said('Knowledge check'), says: said('A question that counts for nothing and explains every answer') },
  image: { name: said('Picture'), says: said('A drawing or photo, with words for those who do not see it') },
  video: { name: said('Film'), says: said('What is said in a film, until the film itself is there') },
  other: { name: said('Written by hand'), says: said('A part for which there is no form') },
});

/** The kinds that can be added, in the order in which they are offered. */
export const NEW_KINDS = [
  'text',
  'heading',
  'list',
  'callout',
  'scenario',
  'check',
  'image',
  'steps',
  'cards',
  'table',
  'definition',
  'reveal',
  'council',
  'video',
] as const;
