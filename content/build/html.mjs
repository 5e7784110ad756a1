const NAMED = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Plain text as HTML, in a printer's quotation marks and apostrophes like the Markdown around it. */
export const escape = (text) => printersMarks(text).replace(/[&<>]/g, (character) => NAMED[character]);

const printersMarks = (text) =>
  text
    .replace(/(?<=^|[\s(–])"/g, '“')
    .replaceAll('"', '”')
    .replace(/(?<=^|[\s(–“])'/g, '‘')
    .replace(/(?<=[\p{L}\p{N}.,?!…])'/gu, '’');
