const text = (type: string) => `${type}; charset=utf-8`;

/**
 * Our own table: what a browser is told decides what a file can do, so nothing is taken from the package or the system.
 * HTML has no charset: pages of old declare their own, and a header would overrule it.
 */
const types: Record<string, string> = {
  aac: 'audio/aac',
  apng: 'image/apng',
  avif: 'image/avif',
  bmp: 'image/bmp',
  css: 'text/css',
  csv: text('text/csv'),
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  dtd: 'application/xml-dtd',
  eot: 'application/vnd.ms-fontobject',
  gif: 'image/gif',
  htm: 'text/html',
  html: 'text/html',
  ico: 'image/x-icon',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: text('text/javascript'),
  json: 'application/json',
  m3u8: 'application/vnd.apple.mpegurl',
  m4a: 'audio/mp4',
  m4v: 'video/mp4',
  map: 'application/json',
  mjs: text('text/javascript'),
  mov: 'video/quicktime',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  oga: 'audio/ogg',
  ogg: 'audio/ogg',
  ogv: 'video/ogg',
  otf: 'font/otf',
  pdf: 'application/pdf',
  png: 'image/png',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  srt: text('text/plain'),
  svg: 'image/svg+xml',
  swf: 'application/x-shockwave-flash',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  ts: 'video/mp2t',
  ttf: 'font/ttf',
  txt: text('text/plain'),
  vtt: text('text/vtt'),
  wasm: 'application/wasm',
  wav: 'audio/wav',
  weba: 'audio/webm',
  webm: 'video/webm',
  webmanifest: 'application/manifest+json',
  webp: 'image/webp',
  woff: 'font/woff',
  woff2: 'font/woff2',
  xhtml: 'application/xhtml+xml',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'text/xml',
  xsd: 'text/xml',
  xsl: 'text/xml',
};

/** Content-Type for a path; a download for what we do not know. */
export function mediaType(path: string): string {
  const extension = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  return (Object.hasOwn(types, extension) ? types[extension] : undefined) ?? 'application/octet-stream';
}

/** Whether files of this type are worth serving compressed: text, and the formats that hold it raw. */
export function isCompressible(contentType: string): boolean {
  return /^text\/|^image\/(svg|bmp|x-icon)|json|xml|wasm|^font\/(ttf|otf)|ms-fontobject/.test(contentType);
}
