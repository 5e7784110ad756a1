import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(__filename);

const LATIN =
  'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122';
/** Welsh ŵ and ŷ, and the rest of Europe's Latin letters. */
const LATIN_EXT = 'U+0100-0130, U+0132-0151, U+0154-02BA, U+02BD-02C5, U+02C7-02CC, U+1E00-1E9F, U+1EF2-1EFF';

const FACES = [
  { family: 'Source Serif 4', file: 'source-serif-4', weight: 400, style: 'normal' },
  { family: 'Source Serif 4', file: 'source-serif-4', weight: 400, style: 'italic' },
  { family: 'Source Serif 4', file: 'source-serif-4', weight: 600, style: 'normal' },
  { family: 'Atkinson Hyperlegible Next', file: 'atkinson-hyperlegible-next', weight: 400, style: 'normal' },
  { family: 'Atkinson Hyperlegible Next', file: 'atkinson-hyperlegible-next', weight: 600, style: 'normal' },
] as const;

/** The two families as data: URIs, because a document may load nothing from anywhere. About 300 KB, made once. */
export function fontFaces(): string {
  return FACES.flatMap((face) => [fontFace(face, 'latin', LATIN), fontFace(face, 'latin-ext', LATIN_EXT)]).join('\n');
}

function fontFace({ family, file, weight, style }: (typeof FACES)[number], subset: string, range: string): string {
  const path = require.resolve(`@fontsource/${file}/files/${file}-${subset}-${weight}-${style}.woff2`);
  const data = readFileSync(path).toString('base64');
  return (
    `@font-face{font-family:'${family}';font-weight:${weight};font-style:${style};` +
    `src:url(data:font/woff2;base64,${data}) format('woff2');unicode-range:${range}}`
  );
}
