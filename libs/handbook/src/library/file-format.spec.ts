import { beginsAsFilm, fileFormat } from './file-format';
import { youTubeFilm } from './film-address';
import { missingIn } from './readiness';

const zip = (...names: string[]) => Buffer.from(`PK\x03\x04......${names.join('....')}`, 'latin1');
const mp4 = Buffer.from('\0\0\0\x18ftypmp42', 'latin1');

describe('what a file is', () => {
  it.each<[string, Buffer, string, string | undefined]>([
    ['a PDF, whatever it is called', Buffer.from('%PDF-1.7'), 'a.docx', 'pdf'],
    ['a Word document', zip('[Content_Types].xml', 'word/document.xml'), 'a', 'docx'],
    ['a workbook', zip('xl/workbook.xml'), 'a', 'xlsx'],
    ['slides', zip('ppt/presentation.xml'), 'a', 'pptx'],
    ['an OpenDocument text', zip('mimetypeapplication/vnd.oasis.opendocument.text'), 'a', 'odt'],
    ['a document with macros', zip('word/document.xml', 'word/vbaProject.bin'), 'a.docx', 'macros'],
    ['another zip', zip('a.exe'), 'a.docx', undefined],
    ['a web page', Buffer.from('\uFEFF  <!DOCTYPE html><p>'), 'a', 'html'],
    ['captions', Buffer.from('WEBVTT\n\n00:00.000 --> 00:01.000\nHello'), 'a', 'vtt'],
    ['a text that is called one', Buffer.from('Hello'), 'a.TXT', 'txt'],
    ['a text that is not', Buffer.from('Hello'), 'a.bat', undefined],
    ['no UTF-8', Buffer.from([0x48, 0xe9, 0x6c]), 'a.txt', undefined],
    ['a program', Buffer.from('MZ\0\0'), 'a.txt', undefined],
    ['nothing', Buffer.alloc(0), 'a.txt', undefined],
    ['a film', mp4, 'a.pdf', 'mp4'],
  ])('is known by what is in it: %s', (_, data, name, format) => {
    expect(fileFormat(data, name)).toBe(format);
  });

  it('tells a film by its beginning', () => {
    expect([mp4, Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), Buffer.from('%PDF-')].map(beginsAsFilm)).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('a film of YouTube', () => {
  it.each([
    'https://www.youtube.com/watch?v=abc-DEF_123&t=4s',
    'https://youtu.be/abc-DEF_123?si=x',
    'https://m.youtube.com/shorts/abc-DEF_123',
    'https://www.youtube-nocookie.com/embed/abc-DEF_123',
  ])('is known by its address: %s', (address) => {
    expect(youTubeFilm(address)).toBe('abc-DEF_123');
  });

  it.each([
    null,
    'youtube',
    'http://www.youtube.com/watch?v=abc-DEF_123',
    'https://www.youtube.com.evil.example/watch?v=abc-DEF_123',
    'https://evil.example/watch?v=abc-DEF_123',
    'https://youtu.be/abc-DEF_123/../x',
    'https://www.youtube.com/watch?v=abc"><script>',
    'https://www.youtube.com/channel/abc-DEF_123',
  ])('is none at %s', (address) => {
    expect(youTubeFilm(address)).toBeUndefined();
  });
});

describe('what is missing before it is published', () => {
  const none = { body: null, url: null, transcript: null, isCaptioned: false };
  const film = { ...none, kind: 'film' as const };
  const url = 'https://youtu.be/abc-DEF_123';
  it.each([
    [{ ...none, kind: 'document' as const }, [], ['file']],
    [{ ...none, kind: 'document' as const }, ['vtt'], ['file']],
    [{ ...none, kind: 'document' as const }, ['pdf'], []],
    [{ ...none, kind: 'how_to' as const }, [], ['body']],
    [{ ...none, kind: 'how_to' as const, body: 'Steps' }, [], []],
    [{ ...none, kind: 'link' as const }, ['pdf'], ['url']],
    [film, [], ['url', 'transcript', 'captioned']],
    [{ ...film, url: 'https://films.example/1' }, [], ['url', 'transcript', 'captioned']],
    [{ ...film, url, transcript: 'T' }, [], ['captioned']],
    [{ ...film, url, transcript: 'T', isCaptioned: true }, [], []],
    // Saying so is not enough for a film of our own: its captions are a file.
    [{ ...film, url, transcript: 'T', isCaptioned: true }, ['mp4'], ['file']],
    [{ ...film, transcript: 'T' }, ['mp4', 'vtt'], []],
    [film, ['webm', 'vtt'], ['transcript']],
  ] as const)('of %o with %o: %o', (resource, formats, fields) => {
    expect(missingIn(resource, formats).map(({ field }) => field)).toEqual(fields);
  });
});
