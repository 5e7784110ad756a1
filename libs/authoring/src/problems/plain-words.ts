import { guessInWords } from './guess-words';

/** What the kit says to those who write files, as it is said to those who write in forms. The first that fits is taken. */
const SAID: readonly [RegExp, string][] = [
  [/^(\d+) screens: write (\d+) to (\d+)$/, 'The module has $1 screens. It needs $2 to $3.'],
  [/^There are no screens.*/, 'The module has no screens yet.'],
  [
    /^(\d+) scenarios, at least (\d+)$/,
    'Of situations that ask “What would you do?”, the module has $1. It needs at least $2.',
  ],
  [
    /^No scenario goes two steps deep.*/,
    'No situation goes on with “And then?”. Let one of its choices ask what they would do next.',
  ],
  [
    /^There is no block "council".*/,
    'No screen says how it is in your council. Add the part “In your council” to one.',
  ],
  [/^(\d+) minutes: (\d+) to (\d+)$/, 'The module promises $1 minutes. It should take $2 to $3.'],
  [
    /^It says (\d+) minutes but reads as about (\d+)$/,
    'It promises $1 minutes, but takes an average reader about $2. Change the minutes, or the texts.',
  ],
  [/^(\d+) objectives: (\d+) to (\d+)$/, 'The module has $1 aims. It needs $2 to $3.'],
  [/^(\d+) checks, at least (\d+)$/, 'The module has $1 knowledge checks. It needs at least $2.'],
  [
    /^No check is of the kind matching.*/,
    'No knowledge check asks to match, to put in order or for a number. One of them should.',
  ],
  [
    /^The bank has (\d+) questions, at least (\d+)$/,
    'The final test has $1 questions to draw from. It needs at least $2.',
  ],
  [/^Each try draws (\d+) questions; draw (\d+)$/, 'Each try at the test asks $1 questions. It should ask $2.'],
  [
    /^The bank tests "(.+)" with (\d+) questions, at least (\d+)$/,
    'The final test has $2 questions on the aim “$1”. It needs at least $3.',
  ],
  [
    /^".+" sends to "(.+)", which "(.+)" does not name among its screens$/,
    'This question sends people back to the screen “$1”, which does not serve its aim “$2”. Choose another screen or aim here, or tick the aim on the page of that screen.',
  ],
  [
    /^No screen is named that teaches "(.+)"$/,
    'No screen teaches the aim “$1” yet. Open the screen that does, and tick the aim there.',
  ],
  [
    /^No objective names this screen.*/,
    'This screen serves no aim of the module yet. Tick the aim that it serves, here on its page.',
  ],
  [
    /^(A statement of law without its source: .*)$/,
    '$1 Write the source behind it in square brackets, for example [s27 Localism Act 2011].',
  ],
  [
    /^"(.+)" was last read on (\S+), before the review of (\S+?)( \(content\/law\.yaml\))?$/,
    '“$1” was last read on $2, before the review of $3. Read it again, and note the day in the details.',
  ],
  [
    /^Nobody has written down in content\/law\.yaml when these were read: (.*)$/,
    'Nobody has noted when these sources were last read: $1. Open each of them, see whether it still says so, and note the day in the details.',
  ],
  [/^(\S+) needs a long description in its block$/, 'The picture needs a description for those who do not see it.'],
  [/^The alt text of \S+ (.*)$/, 'The short text of the picture $1.'],
  [/^No screen shows this file$/, 'No screen shows this picture. Show it on one, or remove it.'],
  [/^There is no file media\/(.+)$/, 'The picture “$1” is not among the pictures of the module.'],
  [/^(An image|Name a picture|A video) .*/, 'Choose a picture, and write its short text.'],
  [/^It begins with "# What to check in.*/, 'The list for the monitoring officer has lost its heading. Save it again.'],
  [/^This file is missing.*/, 'This is missing. Open it and save it.'],
  [
    /^(\d+) of (\d+) questions ask to use what was read.*/,
    '$1 of $2 questions ask to use what was read on a case. At least half should: tick it where it is so.',
  ],
  [/^These choices have an order.*/, 'These choices have an order of their own: tick “Keep this order”.'],
  [/^Mark exactly one choice.*/, 'Mark exactly one choice as right.'],
  [/^Mark at least one choice.*/, 'Mark at least one choice as right, and leave at least one that is not.'],
  [/^module\.yaml has no objective ".*"$/, 'The aim of this question is not there any more. Choose another one.'],
  [/^There is no screen "(.*)"$/, 'The screen “$1” is not there any more. Choose another one.'],
  [/^No screen shows the check ".*"$/, 'No screen shows this knowledge check. Add it to a screen, or remove it.'],
  [/^The check "(.*)" is shown more than once$/, 'This knowledge check stands on more than one screen.'],
  [
    /^questions\.yaml has no check with the id ".*"$/,
    'The knowledge check that stood here is not there any more. Remove this part.',
  ],
  [/^Two questions have the id "(.*)"$/, 'Two questions are both filed as “$1”. Remove one of them and write it anew.'],
  [
    /^(\{\{.*\}\}) is filled only in a block "council"$/,
    'A fact of the council, $1, can stand in the part “In your council” only.',
  ],
  [
    /^\{\{…\}\} is filled only in a block "council"$/,
    'A fact of the council can stand in the part “In your council” only.',
  ],
  [/^The council's facts \(.*\) have no "(.*)"$/, 'There is no fact of the council called “$1”.'],
  [/^The block ".*" needs (.*?)( in questions\.yaml)?$/, 'This part needs $1.'],
  [/^The block "(.*)" is not closed.*/, 'This part has no end. Remove it and add it anew.'],
  [/^There is no block called.*/, 'This part is of a kind that is not known. Remove it.'],
  [
    /^(A choice stands in a scenario|A scenario needs).*/,
    'This situation is not written as one. Remove it and add it anew.',
  ],
  [
    /^The title of the screen is its first line.*/,
    'A heading on a screen is smaller than its title. Remove this part and add a heading.',
  ],
  [
    /^A heading of level 3 needs.*/,
    'Cards and small headings need a large heading above them on the screen: press “Add above”, then “Heading”.',
  ],
  [
    /^Each try draws more questions than there are$/,
    'Each try at the test asks more questions than are written yet. Write more, or let each try ask fewer, in the details.',
  ],
  [
    /^It is (\d+) wide, at most (\d+): on a phone its text would be too small$/,
    'The drawing is $1 wide. From $2 on, its words are too small on a phone: bring in a narrower one, or bring it in as PNG.',
  ],
  [
    /^There is no source "(.+)" in content\/law\.yaml.*/,
    '“$1” is none of the laws that can stand in square brackets. Choose one under “Insert a source of law” below the text; or write it without brackets, or as a link: [words](https://address).',
  ],
  [/^The first line is the title.*/, 'The screen has no title.'],
  [/^The kind of a question is.*/, 'This question is of a kind that is not known.'],
  [/^There is no setting called (.*)$/, 'Something is written here that no form knows: $1.'],
  [
    /^(\S+) is not on the list of official places.*/,
    '$1 is not on the list of official places. Is it the right address?',
  ],
  [/^Two scenarios have the id.*/, 'Two situations are the same. Change the heading of one of them.'],
];

/** What a problem of the kit says to an officer, without files, marks and names of settings. */
export function plainWords(message: string): string {
  // "test › questions › test-gift › choices: Mark …": it is said at that place.
  const bare = message.replace(/^(?:.* › )?[a-zA-Z0-9-]+: (?=[A-Z])/, '');
  const guess = guessInWords(bare);
  if (guess) return guess;
  for (const [pattern, words] of SAID) if (pattern.test(bare)) return ended(one(bare.replace(pattern, words)));
  return ended(bare.replaceAll('content/law.yaml', 'the register of laws'));
}

/** “1 situations” is no English. */
const one = (words: string): string =>
  words.replaceAll(/\b1 (situation|question|aim|screen|minute|knowledge check)s\b/g, '1 $1');

const ended = (words: string): string => (/[.!?…]["”’)]*$/.test(words) ? words : `${words}.`);
