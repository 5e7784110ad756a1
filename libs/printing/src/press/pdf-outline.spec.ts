import { printedHeadings } from './pdf-outline';

/** Laid out as a browser prints it: pages in groups, titles plain or in UTF-16. */
function pdfWith(objects: readonly string[]): Buffer {
  let pdf = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = pdf.length;
    pdf += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  const end = `trailer\n<</Size ${objects.length + 1}\n/Root 1 0 R>>\nstartxref\n${pdf.length}\n%%EOF\n`;
  return Buffer.from(pdf + table + end, 'latin1');
}
const PAGES = [
  '<</Type /Pages\n/Kids [3 0 R 5 0 R]>>',
  '<</Type /Pages\n/Kids [4 0 R]>>',
  '<</Type /Page>>',
  '<</Type /Page>>',
];

it('reads the headings of a printed document, with their pages', () => {
  const pdf = pdfWith([
    '<</Type /Catalog\n/Pages 2 0 R\n/Outlines 6 0 R>>',
    ...PAGES,
    '<</Type /Outlines\n/First 7 0 R\n/Last 9 0 R>>',
    '<</Title (One \\(1\\))\n/Dest [4 0 R /XYZ 1 2 0]\n/First 8 0 R\n/Last 8 0 R\n/Next 9 0 R>>',
    '<</Title <FEFF00320175>\n/Dest [5 0 R /XYZ 1 2 0]\n/Parent 7 0 R>>',
    '<</Title (Three)\n/Dest [5 0 R /XYZ 1 2 0]\n/Prev 7 0 R>>',
  ]);
  expect(printedHeadings(pdf)).toEqual([
    { title: 'One (1)', page: 1 },
    { title: '2ŵ', page: 2 },
    { title: 'Three', page: 2 },
  ]);
});

it('finds none in a document without them', () => {
  expect(printedHeadings(pdfWith(['<</Type /Catalog\n/Pages 2 0 R>>', ...PAGES]))).toEqual([]);
});
