import yauzl from 'yauzl';

/** One of the ways in which old zip programs write letters beyond ASCII: a byte each. */
export interface CodePage {
  name: string;
  /** Of the raw bytes of a name. */
  read: (bytes: Buffer) => string;
}

/** What code page 850 (Western Europe, the UK among it) makes of the bytes from 0x80 on. */
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

const windows1252 = new TextDecoder('windows-1252');

/** The standard's own comes first: it is taken when nothing speaks for another. */
export const codePages: readonly CodePage[] = [
  { name: 'CP437', read: (bytes) => yauzl.getFileNameLowLevel(0, bytes, [], true) },
  {
    name: 'CP850',
    read: (bytes) =>
      Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : CP850[byte - 0x80])).join(''),
  },
  { name: 'Windows-1252', read: (bytes) => windows1252.decode(bytes) },
];
