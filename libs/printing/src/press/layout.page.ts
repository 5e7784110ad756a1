/** What this function uses of the browser's document: the server's code is compiled without the DOM. */
interface Box {
  top: number;
  bottom: number;
  left: number;
  right: number;
}
interface Element {
  tagName: string;
  className: string;
  parentElement: Element | null;
  getBoundingClientRect(): Box;
  closest(selector: string): Element | null;
  textContent: string;
}
interface TextNode {
  data: string;
  parentElement: Element;
}
declare const document: {
  body: Element & { querySelectorAll(selector: string): ArrayLike<Element> };
  createTreeWalker(root: Element, show: number): { nextNode(): TextNode | null };
  createRange(): { selectNodeContents(node: TextNode): void; getClientRects(): ArrayLike<Box> };
};
declare function getComputedStyle(element: Element): {
  display: string;
  position: string;
  fontSize: string;
  lineHeight: string;
};

export interface LayoutProblem {
  what: 'beyond the page' | 'beyond its place' | 'over another text';
  /** The class of the element that it stands in. */
  place: string;
  text: string;
}

/**
 * Runs in the page, as the printer's own hand: where texts stand, by the boxes of their lines. Every line lies on the page and
 * inside the block it belongs to, every block inside the one around it, and no two lines, nor a line and a picture, overlap.
 * @param wholePage the body is one page; else only its width counts, and paper follows on paper
 */
export function layoutProblems(wholePage: boolean): LayoutProblem[] {
  /** Half a pixel of rounding on either side. */
  const tolerance = 1;
  const most = 5;
  const problems: LayoutProblem[] = [];
  const page = document.body.getBoundingClientRect();
  const isInline = (element: Element) => /^(inline|contents)$/.test(getComputedStyle(element).display);
  const blockOf = (element: Element): Element =>
    element.parentElement && isInline(element) ? blockOf(element.parentElement) : element;
  const say = (what: LayoutProblem['what'], element: Element, text: string) => {
    const place = element.closest('[class]')?.className ?? '';
    if (problems.length < most && !problems.some((said) => said.text === text))
      problems.push({ what, place, text: text.replace(/\s+/g, ' ').trim().slice(0, 80) });
  };
  const sticksOut = (inner: Box, outer: Box, height: boolean) =>
    inner.left < outer.left - tolerance ||
    inner.right > outer.right + tolerance ||
    (height && (inner.top < outer.top - tolerance || inner.bottom > outer.bottom + tolerance));

  const lines: (Box & { node: TextNode })[] = [];
  // 4: texts
  const texts = document.createTreeWalker(document.body, 4);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.tagName === 'STYLE') continue;
    const { fontSize, lineHeight } = getComputedStyle(element);
    const height = Number.parseFloat(lineHeight) || Number.parseFloat(fontSize) * 1.2;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { top, bottom, left, right } of Array.from(range.getClientRects())) {
      if (right - left < tolerance) continue;
      // The line's own height, not the tallest letter of its font.
      const middle = (top + bottom) / 2;
      const line = { top: middle - height / 2, bottom: middle + height / 2, left, right, node };
      lines.push(line);
      if (sticksOut(line, page, wholePage)) say('beyond the page', element, node.data);
      else if (sticksOut(line, blockOf(element).getBoundingClientRect(), true))
        say('beyond its place', element, node.data);
    }
  }

  const images: Element[] = [];
  for (const element of Array.from(document.body.querySelectorAll('*'))) {
    if (getComputedStyle(element).position === 'absolute' && element.tagName === 'IMG') continue;
    if (element.tagName === 'IMG') images.push(element);
    if (element.tagName === 'STYLE' || element.tagName === 'IMG' || isInline(element)) continue;
    const around = element.parentElement && blockOf(element.parentElement);
    if (around && sticksOut(element.getBoundingClientRect(), around.getBoundingClientRect(), wholePage))
      say('beyond its place', element, element.textContent);
  }
  const overlap = (one: Box, other: Box) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > tolerance &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > tolerance;
  lines.sort((one, other) => one.top - other.top);
  for (const [at, line] of lines.entries()) {
    for (let next = at + 1; next < lines.length && lines[next]!.top < line.bottom; next++) {
      const other = lines[next]!;
      if (other.node !== line.node && overlap(line, other))
        say('over another text', other.node.parentElement, other.node.data);
    }
    const quarter = (line.bottom - line.top) / 4;
    const core = { ...line, top: line.top + quarter, bottom: line.bottom - quarter };
    if (images.some((image) => overlap(core, image.getBoundingClientRect())))
      say('over another text', line.node.parentElement, line.node.data);
  }
  return problems;
}
