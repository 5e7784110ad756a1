import Handlebars from 'handlebars';

/** Together with the browser's settings: nothing is loaded and nothing runs. */
const CSP = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:";

/** Of the paper, in millimetres. */
export interface PictureSize {
  width: number;
  height: number;
}

/** A heading of a printed document. */
export interface PrintedHeading {
  title: string;
  /** From 1. */
  page: number;
}

/** A document to print. Documents of one kind have the same head: fonts and style are then read once. */
export interface Sheet {
  language: string;
  title: string;
  /** Style elements. */
  head: string;
  /** Markup in which every `>` and `"` of a text or an attribute is escaped. */
  body: string;
  /** What must have room: the body is one page, or pages follow one another and only the width counts. Else nothing is measured. */
  room?: 'one page' | 'width';
  /** Of its first page there is to be a picture too, as large as the paper on a screen. */
  picture?: PictureSize;
  /**
   * Of a document with a list of contents: its body made anew, once it is known on which page each of its headings is. It is
   * as long as the first, which says no pages yet. The headings also become the PDF’s outline.
   */
  contents?: (headings: readonly PrintedHeading[]) => string;
  /** Bodies that need less and less room, asked for only when the first has not enough. */
  tighter?: () => Iterable<string>;
}

/** The whole of it, as a browser reads it. */
export function htmlOf({ language, title, head, body }: Sheet): string {
  const escape = Handlebars.escapeExpression;
  return (
    `<!doctype html><html lang="${escape(language)}"><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="${CSP}">` +
    `<title>${escape(title)}</title>${head}</head><body>${body}</body></html>`
  );
}
