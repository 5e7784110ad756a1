import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { flawsOfDrawing } from './drawing.mjs';

const LONGEST_ALT = 200;

/** Pictures have an alt text and a long description, are used, and hold nothing that reaches out of the package. */
export function checkPictures({ folder, screens }, problems) {
  for (const { file, pictures, passages } of screens) {
    for (const { file: picture, alt } of pictures) {
      const line = (passages.find(({ kind, text }) => kind === 'words' && text === alt)?.line ?? 0) + 1;
      if (/^(an? )?(image|picture|photo|diagram|drawing|graphic) (of|showing)\b/i.test(alt))
        problems.add(file, line, `The alt text of ${picture} says what is in the picture, without "picture of"`);
      if (alt.length > LONGEST_ALT || alt.split(/\s+/).length < 3)
        problems.add(file, line, `The alt text of ${picture} is one sentence, of at most ${LONGEST_ALT} letters`);
      if (!hasText(passages, line)) problems.add(file, line, `${picture} needs a long description in its block`);
    }
  }
  const media = join(folder, 'media');
  const used = new Set(screens.flatMap((screen) => screen.media));
  for (const name of existsSync(media) ? readdirSync(media) : []) {
    const path = join(media, name);
    if (!used.has(`media/${name}`)) problems.warn(path, undefined, 'No screen shows this file');
    if (name.endsWith('.svg'))
      flawsOfDrawing(
        path,
        (line, message) => problems.add(path, line, message),
        (line, message) => problems.warn(path, line, message),
      );
  }
}

/** Whether there is a passage soon after the block's first line. */
const hasText = (passages, line) =>
  passages.some((passage) => passage.kind !== 'words' && passage.line + 1 > line && passage.line + 1 <= line + 3);
