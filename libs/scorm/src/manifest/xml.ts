import { SaxesParser } from 'saxes';

/** An element with its namespace worked out. */
export interface XmlElement {
  /** Without prefix, as written. */
  name: string;
  namespace: string;
  /** By name without prefix, in lower case; `xml:base` and its like keep theirs. */
  attributes: ReadonlyMap<string, string>;
  children: XmlElement[];
  /** Its own text, not its children's. */
  text: string;
}

/** Nobody nests deeper; it keeps everything that walks the tree safe. */
const DEEPEST = 100;

/** The document is not well-formed, or asks for what is refused. The parser's own words are nobody's to read. */
export class XmlRefused extends Error {
  constructor(
    readonly reason: 'doctype' | 'malformed' | 'too-deep',
    /** Where; 1 is the first. */
    readonly line: number,
  ) {
    super(`${reason} in line ${line}`);
  }
}

/**
 * Parses a whole document. A DOCTYPE is refused whatever it says: it is how entities attack (docs/scorm.md), and no
 * manifest needs one. A prefix that was never declared is forgiven: several tools write such manifests.
 * @throws XmlRefused
 */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  const texts: string[][] = [];

  parser.on('error', (error) => {
    if (/unbound namespace prefix/i.test(error.message)) return;
    throw new XmlRefused('malformed', parser.line);
  });
  parser.on('doctype', () => {
    throw new XmlRefused('doctype', parser.line);
  });
  parser.on('opentag', (tag) => {
    if (open.length >= DEEPEST) throw new XmlRefused('too-deep', parser.line);
    const attributes = new Map<string, string>();
    for (const { prefix, local, value } of Object.values(tag.attributes)) {
      if (prefix === 'xmlns' || local === 'xmlns') continue;
      attributes.set((prefix === 'xml' ? `xml:${local}` : local).toLowerCase(), value);
    }
    const element: XmlElement = { name: tag.local, namespace: tag.uri, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
    texts.push([]);
  });
  parser.on('text', (part) => texts.at(-1)?.push(part));
  parser.on('cdata', (part) => texts.at(-1)?.push(part));
  parser.on('closetag', () => {
    const element = open.pop();
    const parts = texts.pop();
    if (element && parts) element.text = parts.join('').trim();
  });
  // White space before the declaration is an error in XML and common in manifests.
  parser.write(text.trimStart()).close();
  if (root === undefined) throw new XmlRefused('malformed', 1);
  return root;
}

/** Children of this name, whatever their namespace and case. */
export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  const wanted = name.toLowerCase();
  return element?.children.filter((child) => child.name.toLowerCase() === wanted) ?? [];
}

export function childNamed(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return childrenNamed(element, name)[0];
}

/** Text of the first child of this name; undefined when there is none or it is empty. */
export function childText(element: XmlElement | undefined, name: string): string | undefined {
  return childNamed(element, name)?.text || undefined;
}
