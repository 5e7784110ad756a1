import { readFileSync } from 'node:fs';
import { facesFor, type Typeface, usualFaces } from '@induct/platform';

/** The two families as data: URIs, because a document may load nothing from anywhere. About 300 KB, made once. */
export const fontFaces = (): string => usualFaces().map(fontFace).join('\n');

/** The faces that only this text needs: none for almost every document, which then has the same head as the one before. */
export const fontFacesFor = (text: string): string => facesFor(text).map(fontFace).join('\n');

function fontFace({ family, weight, style, range, path }: Typeface): string {
  const data = readFileSync(path).toString('base64');
  return (
    `@font-face{font-family:'${family}';font-weight:${weight};font-style:${style};` +
    `src:url(data:font/woff2;base64,${data}) format('woff2');unicode-range:${range}}`
  );
}
