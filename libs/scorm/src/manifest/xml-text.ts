export interface XmlText {
  text: string;
  /** The declared encoding does not fit the bytes, so another was taken. */
  guessed?: string;
}

/**
 * The text of an XML file: UTF-8 or UTF-16, with or without byte order mark, or the encoding its declaration names
 * (XML 1.0 Appendix F). Bytes that are not UTF-8 although they should be are taken for Windows-1252, which is what
 * authoring tools of old wrote without saying so. @returns undefined when the named encoding is unknown
 */
export function xmlText(bytes: Uint8Array): XmlText | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return decoded(bytes.subarray(3), 'utf-8');
  if (first === 0xff && second === 0xfe) return decoded(bytes.subarray(2), 'utf-16le');
  if (first === 0xfe && second === 0xff) return decoded(bytes.subarray(2), 'utf-16be');
  if (first === 0x3c && second === 0x00) return decoded(bytes, 'utf-16le');
  if (first === 0x00 && second === 0x3c) return decoded(bytes, 'utf-16be');
  const start = Buffer.from(bytes.subarray(0, 300)).toString('latin1');
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1]?.toLowerCase() ?? 'utf-8';
  // The bytes are single ones, whatever the declaration says.
  return decoded(bytes, declared.startsWith('utf-16') || declared === 'ucs-2' ? 'utf-8' : declared);
}

function decoded(bytes: Uint8Array, encoding: string): XmlText | undefined {
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    return undefined;
  }
  try {
    return { text: decoder.decode(bytes) };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), guessed: 'Windows-1252' };
  }
}
