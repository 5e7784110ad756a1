import { cpuTime } from '../../../../test/support/cpu-time';
import { OutsideLook } from './outside-content';
import { outsideFindings } from './outside-findings';

function look(file: Record<string, string>, launch?: { page: string; scripts?: string[] }) {
  const types: Record<string, string> = {
    html: 'text/html',
    css: 'text/css',
    js: 'text/javascript',
    json: 'application/json',
  };
  const outside = new OutsideLook();
  for (const [path, text] of Object.entries(file))
    outside.file(path, types[path.split('.').at(-1)!]!, Buffer.from(text));
  if (launch)
    outside.launchPage(
      launch.page,
      file[launch.page]!,
      (launch.scripts ?? []).map((path) => file[path]!),
    );
  const seen = outside.seen();
  return { ...seen, findings: outsideFindings(seen), codes: outsideFindings(seen).map(({ code }) => code) };
}
const hosts = (file: Record<string, string>) =>
  look(file).hosts.map(({ host, uses, certain }) => [host, uses.join(' '), certain]);

describe('what a package loads from other websites', () => {
  it.each<[string, Record<string, string>, unknown[]]>([
    [
      'a film in a frame',
      { 'a.html': '<iframe width=1 src="//www.youtube.com/embed/x"></iframe>' },
      ['www.youtube.com', 'frames', true],
    ],
    [
      'a script',
      { 'a.html': "<script async src='https://cdn.vendor.io/a.js'></script>" },
      ['cdn.vendor.io', 'scripts', true],
    ],
    [
      'a style sheet',
      { 'a.html': '<link rel="stylesheet" href="https://cdn.vendor.io/a">' },
      ['cdn.vendor.io', 'styles', true],
    ],
    ['a picture', { 'a.html': '<IMG SRC=http://pictures.vendor.io/a>' }, ['pictures.vendor.io', 'media', true]],
    [
      'a film',
      { 'a.html': '<video><source src="https://films.vendor.io/a?b=1&amp;c"></video>' },
      ['films.vendor.io', 'media', true],
    ],
    [
      'a style in a page',
      { 'a.html': '<p style="background:url(https://cdn.vendor.io/b.png)">' },
      ['cdn.vendor.io', 'media', true],
    ],
    [
      'a font',
      { 'a.css': '@font-face{src:url("https://fonts.vendor.io/a.woff2")}' },
      ['fonts.vendor.io', 'styles', true],
    ],
    ['a film in a script', { 'a.js': 'play("https://films.vendor.io/a.mp4")' }, ['films.vendor.io', 'media', false]],
    [
      'a film in data',
      { 'a.json': '{"src":"https:\\/\\/player.vimeo.com\\/video\\/1"}' },
      ['player.vimeo.com', 'frames', false],
    ],
    [
      'a film in encoded data',
      {
        'a.html': `<script>data="${Buffer.from(JSON.stringify({ a: 'x'.repeat(200), b: 'https://films.vendor.io/a.mp4' })).toString('base64')}"</script>`,
      },
      ['films.vendor.io', 'media', false],
    ],
    [
      'an address put off',
      { 'a.html': '<div data-src="https://films.vendor.io/a.mp4">' },
      ['films.vendor.io', 'media', false],
    ],
  ])('names the website of %s', (_, file, expected) => {
    expect(hosts(file)).toEqual([expected]);
  });

  it('counts the fonts of a style sheet of Google, which names them only there', () => {
    expect(hosts({ 'a.css': '@import url(https://fonts.googleapis.com/css?family=Lato);' })).toEqual([
      ['fonts.googleapis.com', 'styles', true],
      ['fonts.gstatic.com', 'styles', true],
    ]);
  });

  it.each([
    ['links', { 'a.html': '<a href="https://www.gov.uk/guide.jpg">Guide</a> <area href="//www.gov.uk/a.js">' }],
    [
      'names of formats',
      { 'a.html': '<html xmlns="http://www.w3.org/1999/xhtml"><svg xmlns="http://www.w3.org/2000/svg">' },
    ],
    ['comments', { 'a.js': '// see https://github.com/x/y/a.js for the licence\n/* http://jquery.org/license */' }],
    [
      'the package itself',
      { 'a.html': '<script src="lib/a.js"></script><img src="/x.png"><img src="data:image/png;base64,AA//">' },
    ],
    ['addresses that are put together', { 'a.js': 'x = "https://" + host; y = "//";' }],
    ['examples', { 'a.html': '<img src="https://www.example.com/a.png">' }],
  ])('does not count %s', (_, file) => {
    expect(look(file as unknown as Record<string, string>)).toMatchObject({ hosts: [], findings: [] });
  });

  it('says how many there are and what to do, beginning with the sentence', () => {
    const many = Array.from({ length: 8 }, (_, n) => `<img src="https://h${n}.vendor.io/a.png">`).join('');
    const { findings } = look({ 'deep/a.html': many, 'b.js': 'load("https://more.vendor.io/x.js")' });
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['outside-content', 'warning'],
      ['outside-content-perhaps', 'note'],
    ]);
    expect(findings[0]!.message).toBe(
      'The module loads content from 8 other websites: h0.vendor.io, h1.vendor.io, h2.vendor.io, h3.vendor.io, h4.vendor.io and 3 more. They stay closed until an officer agrees to each of them.',
    );
    expect(findings[0]).toMatchObject({ where: 'deep/a.html', remedy: expect.stringContaining('Other websites') });
  });

  it('says of scripts that the module may not begin without them', () => {
    const said = (html: string) => look({ 'a.html': html }).findings[0]!.message;
    expect(said('<script src="https://ajax.vendor.io/jquery.js"></script>')).toContain('it may not even begin');
    expect(said('<img src="https://h.vendor.io/a.png">')).not.toContain('begin');
  });

  it('warns of addresses that a secure page does not load', () => {
    const { codes, insecure } = look({
      'a.html': '<img src="http://a.vendor.io/1.png"><img src="https://a.vendor.io/2.png">',
    });
    expect([codes, insecure]).toEqual([['outside-content', 'insecure-content'], { count: 1, where: 'a.html' }]);
  });

  it.each([
    ['<meta http-equiv="refresh" content="0; url=https://lms.vendor.io/course">', 'goes-elsewhere'],
    ['<script>window.location.href = "https://lms.vendor.io/course";</script>', 'goes-elsewhere'],
    [
      '<body onload="start()"><script>function start() { top.location.replace("https://lms.vendor.io/") }</script>',
      'goes-elsewhere',
    ],
    ['<form method="post" action="https://forms.vendor.io/in">', 'sends-elsewhere'],
  ])('warns of %s', (page, code) => {
    expect(look({ 'a.html': page }, { page: 'a.html' }).codes).toEqual([code]);
  });
});

describe('windows that open by themselves', () => {
  const opens = (page: string, script = '') =>
    look({ 'a.html': page, 'b.js': script }, { page: 'a.html', scripts: ['b.js'] }).codes.includes('opens-window');

  it.each([
    ["<body onload=\"window.open('course.html', 'x', 'width=800')\">"],
    ["<body onload='launch()'><script>function launch() { if (ok) { w = window.open('course.html'); } }</script>"],
    ["<script>window.onload = function () { window.open('course.html') }</script>"],
    ["<script>window.addEventListener('load', () => { window.open('course.html') })</script>"],
    ["<script>$(document).ready(function () { go(); }); function go() { window.open('course.html'); }</script>"],
    ["<script>if (!done) { window.open('course.html'); }</script>"],
  ])('are found in %s', (page) => {
    expect(opens(page)).toBe(true);
  });

  it('are found in a script that the page includes', () => {
    expect(
      opens(
        '<body onload="init();"><script src="b.js"></script>',
        'function init(){ openCourse() }\nfunction openCourse(){ window.open("c.html") }',
      ),
    ).toBe(true);
  });

  it.each([
    ['<body onload="start()"><script>function start() { } function help() { window.open("help.html"); }</script>'],
    [
      '<a onclick="window.open(\'help.html\')">Help</a><script>var h = function () { window.open("help.html") };</script>',
    ],
    ['<script>window.open("", "_self"); x.open("GET", "a.xml");</script>'],
    ['<script>document.querySelector("a").addEventListener("click", () => { window.open("help.html") })</script>'],
  ])('are not seen in %s', (page) => {
    expect(opens(page)).toBe(false);
  });
});

describe('Flash', () => {
  it.each([
    ['<object data="course.swf"></object>', 'flash-only'],
    ['<script>swfobject.embedSWF("player.swf", "c", 1, 1, "9")</script>', 'flash-only'],
    ['<embed src="course.swf"><script>if (phone) location = "story_html5.html"</script>', 'flash-parts'],
  ])('as the page that is opened: %s', (page, code) => {
    expect(look({ 'a.html': page }, { page: 'a.html' }).codes).toEqual([code]);
  });

  it('in a page of the module is said, in a library it is not', () => {
    expect(
      look({ 'a.html': '<p>//</p>', 'b.html': '<!-- // --><embed src="x.swf">' }, { page: 'a.html' }).codes,
    ).toEqual(['flash-parts']);
    expect(
      look({ 'a.html': '<p>', 'v.js': 'var swf = "//video-js.swf"; createObject(swf);' }, { page: 'a.html' }).codes,
    ).toEqual([]);
  });
});

describe('pages that were made to take time', () => {
  it.each(['<script ', '<a ', '<script>', 'url(', '"https://', 'function f(', '<embed ', '{'])(
    'take no more of it than their length: %s',
    (part) => {
      const time = (length: number) => {
        const page = part.repeat(Math.floor(length / part.length));
        const files = { 'a.html': page, 'b.css': page, 'c.js': page };
        return cpuTime(() => look(files, { page: 'a.html', scripts: ['c.js'] }));
      };
      // Eight times the length: work with the square of it would take 64 times as long.
      expect(time(64_000)).toBeLessThan(24 * time(8_000) + 20);
    },
  );

  it('take no more than a limit when their functions never end', () => {
    const files = { 'a.html': '<p>', 'c.js': 'window.onload=function(){'.repeat(2_100) };
    // More than are looked into: what comes after them costs nothing.
    expect(cpuTime(() => look(files, { page: 'a.html', scripts: ['c.js'] }), 1)).toBeLessThan(5_000);
  });
});
