/** Words of the office that say less than plain ones; `instead` says what to do. */
const JARGON = [
  [/\bleverag\w*/gi, 'use'],
  [/\butili[sz]\w*/gi, 'use'],
  [/\bstakeholders?\b/gi, 'say who: residents, partners, schools'],
  [/\bdeliverables?\b/gi, 'say what is handed over'],
  [/\bdeliver\w* (?:on|outcomes?|change|value|results?|improvements?|transformation)\b/gi, 'say what is done'],
  [/\bgoing forward\b/gi, 'from now on, or nothing'],
  [
    /\brobust(?! debate|ness of the (?:estimates|budget))\w*/gi,
    'strong, thorough, or say how ("robustness of the estimates" is the law’s)',
  ],
  [/\bfacilitat\w*/gi, 'help, run, make possible'],
  [
    /\bkey (?!(?:decisions?|stages?|workers?|to|is|in|of|and|or|that|under|for|on|at|from)\b)[a-z]+/gi,
    'main, important, or nothing ("key decision" is fine)',
  ],
  [/\bholistic\w*/gi, 'whole'],
  [/\bsynerg\w*/gi, 'say what works together'],
  [/\btackl\w*/gi, 'deal with, solve'],
  [
    /\bfosters?\b(?! (?:care|carers?|home|homes|famil\w+|parents?|placements?|child\w*|mother|father|panel))/gi,
    'encourage ("foster carer" is fine)',
  ],
  [/\bstreamlin\w*/gi, 'simplify'],
  [/\bempower\w*/gi, 'let, allow, give the power to'],
  [
    /\b(?:driv(?:e|es|ing)|drove|driven) (?:change|improvement|forward|growth|value|performance|innovation|success|better|the agenda)\b|\bdrivers? of\b|\bkey drivers?\b/gi,
    'cause, lead, or say what happens',
  ],
  [/\bin order to\b/gi, 'to'],
  [/\bdeep[- ]dives?\b/gi, 'a close look'],
  [/\bbest practices?\b/gi, 'good practice'],
];

/** Words that are jargon nearly always, and now and then just right. */
const DOUBTFUL = [
  [/\blandscapes?\b(?!,| (?:and|or|character|value|design|impact))/gi, 'fine for hills and gardens'],
  [/\bjourneys?\b/gi, 'fine for trains and cars'],
  [/\bnot (?:just|only|merely|simply)\b[^.;:]{1,60}\bbut\b/gi, 'say the second thing'],
];

// "English Devolution and Community Empowerment Act 2026": words in capitals, and small ones between them, up to the year.
const ACT =
  /\b\p{Lu}[\p{L}’'-]*,?\s+(?:(?:\p{Lu}[\p{L}’'-]*,?|\(\p{Lu}[\p{L}\s’'-]*\)|and|of|the|for|to|in|etc\.?)\s+)*(?:Act|Regulations|Order|Rules)\s+(?:19|20)\d\d\b/gu;

/**
 * A word in the name of an Act is Parliament's, not the writer's.
 * @returns {{ found: string, instead: string, doubtful: boolean, offset: number }[]}
 */
export function jargonIn(text) {
  const names = [...text.matchAll(ACT)].map(({ 0: { length }, index }) => ({ from: index, to: index + length }));
  const isInName = (offset) => names.some(({ from, to }) => from <= offset && offset < to);
  const look = (list, doubtful) =>
    list.flatMap(([pattern, instead]) =>
      [...text.matchAll(pattern)]
        .filter(({ index }) => !isInName(index))
        .map(({ 0: found, index }) => ({ found, instead, doubtful, offset: index })),
    );
  return [...look(JARGON, false), ...look(DOUBTFUL, true)];
}
