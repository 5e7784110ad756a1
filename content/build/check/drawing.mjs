import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';

// Together: text of 12 px or more on a phone, where a drawing has 312 px.
const WIDEST = 400;
const SMALLEST_TEXT = 16;
const FORBIDDEN = new Set(['script', 'foreignobject', 'iframe', 'image', 'a', 'animate', 'set']);

/** What is wrong with an SVG drawing: it must stand alone, run nothing and be legible. */
export function flawsOfDrawing(path, add, warn) {
  const source = readFileSync(path, 'utf8');
  const parser = new SaxesParser({ position: true });
  let root;
  let hasText = false;
  parser.on('doctype', () => add(parser.line, 'A drawing has no DOCTYPE'));
  parser.on('opentag', ({ name, attributes }) => {
    root ??= { name, attributes };
    const small = name.toLowerCase();
    hasText ||= small === 'text';
    if (FORBIDDEN.has(small)) add(parser.line, `A drawing holds no <${name}>`);
    for (const [key, value] of Object.entries(attributes))
      noteAttribute(key, value, (message) => add(parser.line, message));
    const size = Number.parseFloat(
      attributes['font-size'] ?? /font-size:\s*([\d.]+)/.exec(attributes.style ?? '')?.[1],
    );
    if (size < SMALLEST_TEXT) warn(parser.line, `Text of ${size} px: at least ${SMALLEST_TEXT}`);
  });
  parser.on(
    'text',
    (text) => /@import|url\(\s*['"]?(?!#)/i.test(text) && add(parser.line, 'Its style reaches out of the drawing'),
  );
  parser.on('error', (error) => {
    throw error;
  });
  try {
    parser.write(source).close();
  } catch (error) {
    return add(undefined, `It is not well-formed: ${error.message}`);
  }
  if (root?.name !== 'svg') return add(1, 'It is no <svg>');
  const [, width] = /^[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)/.exec(root.attributes.viewBox ?? '') ?? [];
  if (!width) add(1, 'The <svg> needs a viewBox');
  else if (hasText && Number(width) > WIDEST)
    add(1, `It is ${width} wide, at most ${WIDEST}: on a phone its text would be too small`);
}

function noteAttribute(key, value, add) {
  if (/^on/i.test(key)) add(`A drawing runs nothing: ${key}`);
  if (/^(xlink:)?href$/i.test(key) && !value.startsWith('#')) add(`It refers to ${value}: a drawing stands alone`);
  if (/url\(\s*['"]?(?!#)/i.test(value)) add(`It refers to something outside: ${value}`);
}
