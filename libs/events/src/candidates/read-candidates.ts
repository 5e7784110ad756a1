/** Somebody who stands, as an officer typed it. */
export interface TypedCandidate {
  name: string;
  email: string;
}

const LONGEST = 150;
/** What a mail server can do something with; whether it is anybody's is seen when the letter goes. */
const ADDRESS = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]+$/;

/**
 * Lines of a name and an address: `Ann Baker, ann@example.org`, also with a semicolon or a tab between them, as a
 * spreadsheet gives them. Empty lines are nothing.
 * @returns `wrong`: the numbers of the lines that are neither
 */
export function readCandidates(text: string): { candidates: TypedCandidate[]; wrong: number[] } {
  const [candidates, wrong]: [TypedCandidate[], number[]] = [[], []];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [, name = '', email = ''] = /^(.*)[,;\t]\s*([^,;\t]+)$/.exec(line.trim()) ?? [];
    const typed = { name: name.replaceAll(/\s+/g, ' ').trim(), email: email.trim() };
    const isRight = typed.name !== '' && ADDRESS.test(typed.email);
    if (isRight && typed.name.length <= LONGEST && typed.email.length <= LONGEST) candidates.push(typed);
    else wrong.push(at + 1);
  }
  return { candidates, wrong };
}
