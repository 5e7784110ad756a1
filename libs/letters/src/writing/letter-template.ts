import { Letter, type LetterPart } from './letter';
import { nameInText } from './name-in-text';

const PLACE = /\{\{(.*?)\}\}/gs;
const LINK = /^\[([^\]]+)\]\((.+)\)$/;

/** A letter that officers may edit does not hold together. */
export class LetterTemplateRefused extends Error {
  constructor(readonly reasons: readonly string[]) {
    super(`This letter cannot be used: ${reasons.join('; ')}`);
    this.name = 'LetterTemplateRefused';
  }
}

/**
 * A letter in a file: `Subject: …`, `Dear {{name}},`, then paragraphs with empty lines between them. `[words](address)` on a
 * line of its own is a link. A name in double braces is replaced by what it stands for; there is nothing else to know, and
 * nothing that could run.
 * @param declared the names that may stand in it, `name` is whom it is to
 * @param dear how it greets whoever reads it, in its language
 * @throws LetterTemplateRefused naming everything that is wrong
 */
export function letterTemplate(
  source: string,
  declared: readonly string[],
  dear = 'Dear',
): (values: Record<string, string>) => Letter {
  const [subject = '', salutation, ...rest] = source.trim().split(/(?:\r?\n){2,}/);
  const reasons: string[] = [];
  if (!/^Subject: \S/.test(subject) || subject.includes('\n'))
    reasons.push('it does not begin with a line “Subject: …”');
  if (salutation !== `${dear} {{name}},`) reasons.push(`it does not go on with “${dear} {{name}},”`);
  if (rest.length === 0) reasons.push('it says nothing');
  for (const [, name] of source.matchAll(PLACE)) {
    if (!declared.includes(name!)) reasons.push(`it asks for ${name}, which is not declared`);
  }
  if (/\{\{|\}\}/.test(source.replace(PLACE, ''))) reasons.push('a pair of braces is not closed');
  if (reasons.length > 0) throw new LetterTemplateRefused(reasons);

  return (values) => {
    const fill = (text: string) => text.replace(PLACE, (_, name: string) => nameInText(values[name] ?? ''));
    const parts = rest.map((paragraph, at): LetterPart => {
      const link = LINK.exec(paragraph);
      if (!link) return fill(paragraph);
      const isAnnounced = rest[at - 1]?.trimEnd().endsWith(':') ?? false;
      return { text: fill(link[1]!), url: fill(link[2]!), named: !isAnnounced };
    });
    return Letter.of({ subject: fill(subject.slice('Subject: '.length)), name: values.name ?? '', parts });
  };
}
