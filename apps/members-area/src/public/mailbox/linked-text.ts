export interface TextPart {
  text: string;
  /** Set when the text is an address of this site. */
  href?: string;
}

/** A letter's text in parts, so that a template can link to this site, and to nowhere else. */
export function linkedText(text: string, siteOrigin: string): TextPart[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith(`${siteOrigin}/`) ? { text: part, href: part } : { text: part }));
}
