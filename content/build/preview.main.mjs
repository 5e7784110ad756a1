// npm run content:preview -- slug [--port 4400] [--council FILE]: shows a module, and again whenever a source changes.
import { existsSync, watch } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { COURSES, moduleFiles } from './build.mjs';
import { DEFAULT_COUNCIL } from './council.mjs';
import { escape } from './html.mjs';
import { playerFiles } from './player-bundle.mjs';
import { readCourse } from './read-course.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { port: { type: 'string', default: '4400' }, council: { type: 'string' } },
});
const [slug] = positionals;
const folder = join(COURSES, slug ?? '');
if (!slug || !existsSync(folder)) {
  console.error(
    `Say which module: npm run content:preview -- code-of-conduct. ${slug ?? 'Nothing'} is not in content/courses`,
  );
  process.exit(1);
}
const council = values.council ? resolve(values.council) : DEFAULT_COUNCIL;
const playerSources = join(import.meta.dirname, '../player/browser');

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.mp4': 'video/mp4',
  '.vtt': 'text/vtt; charset=utf-8',
};

/** A platform that lives as long as the tab, so that a reload comes back to the same screen. */
const PREVIEW_JS = `{
  const kept = 'preview ${slug}';
  const cmi = JSON.parse(sessionStorage.getItem(kept) ?? '{}');
  const yes = () => 'true';
  window.API = {
    LMSInitialize: yes, LMSFinish: yes, LMSCommit: yes,
    LMSGetValue: (element) => cmi[element] ?? '',
    LMSSetValue(element, value) { cmi[element] = value; sessionStorage.setItem(kept, JSON.stringify(cmi)); return 'true'; },
  };
  new EventSource('/changes').onmessage = () => location.reload();
}`;

let files = new Map();
const readers = new Set();

async function build() {
  try {
    files = await moduleFiles(readCourse(folder, { council }), await playerFiles(), 'scorm_12');
    const page = files.get('index.html').replace('<head>', '<head><script src="preview.js"></script>');
    files.set('index.html', page);
    console.log(`${new Date().toLocaleTimeString('en-GB')} built`);
  } catch (error) {
    console.log(error.message);
    files = new Map([
      [
        'index.html',
        `<!doctype html><html lang="en"><meta charset="utf-8"><title>Not yet</title><script src="preview.js"></script><body style="font:1.125rem/1.6 sans-serif;margin:2rem"><h1>There is something to mend</h1><pre style="white-space:pre-wrap">${escape(error.message)}</pre>`,
      ],
    ]);
  }
  files.set('preview.js', PREVIEW_JS);
  for (const reader of readers) reader.write('data: changed\n\n');
}

// An editor writes a file in several steps.
let soon;
for (const place of [folder, council, playerSources]) {
  watch(place, { recursive: place !== council }, () => {
    clearTimeout(soon);
    soon = setTimeout(() => void build(), 100);
  });
}

await build();
createServer((request, response) => {
  const path = new URL(request.url, 'http://localhost').pathname.slice(1) || 'index.html';
  if (path === 'changes') {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    readers.add(response);
    return request.on('close', () => readers.delete(response));
  }
  const body = files.get(path);
  response.writeHead(body === undefined ? 404 : 200, {
    'content-type': TYPES[extname(path)] ?? 'text/plain',
    'cache-control': 'no-store',
  });
  response.end(body);
}).listen(Number(values.port), '127.0.0.1', () => console.log(`http://localhost:${values.port}/ shows ${slug}`));
