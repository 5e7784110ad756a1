import {
  type BlockFields,
  type BlockKind,
  type Draft,
  type DraftProblem,
  markOf,
  parseScreen,
  readBlock,
  readDetails,
  readQuestions,
  type ScreenFile,
  screensOf,
  textOf,
} from '@induct/authoring';
import { draftHref, partHref, questionHref, remarksAt, screenHref } from '../frame/addresses';

const NEWS: Record<string, string> = {
  added: 'The screen is there. Add its parts now.',
  saved: 'Saved.',
  removed: 'Removed. The history of the module brings it back if you want it again.',
};

/** So much of a part is shown that one knows which it is. */
const SHOWN = 160;

export function screenView(
  { id, title, files }: Draft,
  screen: ScreenFile,
  problems: readonly DraftProblem[],
  names: Record<BlockKind, { name: string }>,
  done?: string,
) {
  const at = (part?: number) =>
    remarksAt(problems, (place) => place.at === 'screen' && place.screen === screen.id && place.part === part);
  const { blocks } = parseScreen(screen.source);
  const aims = readDetails(textOf(files, 'module.yaml')).objectives;
  const served = aims.filter(({ screens: named }) => named.includes(screen.id)).map(({ id: aim }) => aim);
  const checks = readQuestions(textOf(files, 'questions.yaml')).checks;
  const screens = screensOf(files);
  const beside = (number: number) => {
    const found = screens[screen.number - 1 + number];
    return found && { href: screenHref(id, found.id), text: `${found.number}. ${found.title}` };
  };
  return {
    draft: { id, title, href: draftHref(id) },
    screen: { ...screen, href: screenHref(id, screen.id) },
    aims: aims.map(({ id: aim, text }) => ({ name: `aim-${aim}`, text, isServed: served.includes(aim) })),
    served: served.join(' '),
    before: beside(-1),
    next: beside(1),
    isMeanwhile: done === 'meanwhile',
    news: done !== undefined && Object.hasOwn(NEWS, done) && NEWS[done],
    remarks: at(),
    parts: blocks.map(({ kind, source }, part) => {
      const fields = readBlock(source);
      const check = fields.kind === 'check' ? checks.find((one) => one.id === fields.question) : undefined;
      return {
        part,
        seen: markOf(source),
        name: names[kind].name,
        words: shortened(check ? check.question : wordsOf(fields)),
        href: check ? `${questionHref(id, 'checks', check.id)}?on=${screen.id}` : partHref(id, screen.id, part),
        actions: partHref(id, screen.id, part),
        addHref: `${screenHref(id, screen.id)}/parts/new?at=${part}`,
        isFirst: part === 0,
        isLast: part === blocks.length - 1,
        remarks: at(part),
      };
    }),
    addHref: `${screenHref(id, screen.id)}/parts/new?at=${blocks.length}`,
  };
}

/** The beginning, without the marks of bold words. */
function shortened(marked: string): string {
  const words = marked.replaceAll('**', '');
  return words.length > SHOWN ? `${words.slice(0, SHOWN).trimEnd()} …` : words;
}

function wordsOf(fields: BlockFields): string {
  switch (fields.kind) {
    case 'heading':
      return fields.text;
    case 'text':
      return fields.body;
    case 'list':
    case 'steps':
      return fields.items.join(' · ');
    case 'cards':
      return fields.cards.map(({ heading }) => heading).join(' · ');
    case 'table':
      return fields.caption;
    case 'scenario':
      return `${fields.scenario.heading}: ${fields.scenario.situation}`;
    case 'check':
      return fields.question;
    case 'image':
      return fields.alt;
    case 'video':
      return fields.title;
    case 'other':
      return fields.source;
    default:
      return fields.heading ? `${fields.heading}: ${fields.body}` : fields.body;
  }
}
