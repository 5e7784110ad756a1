interface Words {
  subject: string;
  /** Of the person it is to. */
  name: string;
  /** Paragraphs before the link. The first goes on from "Dear …,". */
  before: readonly string[];
  link: { url: string; text: string };
  after?: readonly string[];
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

/** A letter of some paragraphs and one link, as plain text and as HTML. */
export function plainLetter({ subject, name, before, link, after = [] }: Words) {
  const first = [`Dear ${name},`, ...before];
  const paragraph = (text: string) => `<p>${escaped(text)}</p>`;
  const html = [
    ...first.map(paragraph),
    `<p><a href="${escaped(link.url)}">${escaped(link.text)}</a></p>`,
    ...after.map(paragraph),
  ];
  return { subject, text: `${[...first, link.url, ...after].join('\n\n')}\n`, html: html.join('\n') };
}
