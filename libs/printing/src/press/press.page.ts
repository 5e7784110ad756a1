/** What these functions use of the browser's document: the server's code is compiled without the DOM. */
interface PageNode {
  remove(): void;
}
interface PageElement extends PageNode {
  dataset: Record<string, string | undefined>;
  replaceWith(other: PageNode): void;
}
declare const document: {
  title: string;
  documentElement: { lang: string };
  images: ArrayLike<PageElement & { complete: boolean }>;
  body: { childNodes: ArrayLike<PageNode>; append(content: object): void };
  createElement(name: 'template'): {
    innerHTML: string;
    content: { querySelectorAll(selector: string): ArrayLike<PageElement> };
  };
};

/**
 * Runs in the page, as the printer's own hand: scripts of documents do not run there.
 * @returns whether its images are there already
 */
export function replaceContent(language: string, title: string, body: string): boolean {
  document.documentElement.lang = language;
  document.title = title;
  const before = Array.from(document.body.childNodes);
  const images = Array.from(document.images);
  // A template's content is read without loading anything.
  const fresh = document.createElement('template');
  fresh.innerHTML = body;
  const places = Array.from(fresh.content.querySelectorAll('[data-kept]'));
  document.body.append(fresh.content);
  const kept = new Set<PageNode>();
  for (const place of places) {
    const image = images[Number(place.dataset.kept)];
    if (!image) throw new Error('An image to be kept is gone');
    // Within one document an image that moves is not loaded anew.
    place.replaceWith(image);
    kept.add(image);
  }
  for (const node of before) if (!kept.has(node)) node.remove();
  return Array.from(document.images).every((image) => image.complete);
}

/** Runs in the page. */
export function hasItsImages(): boolean {
  return Array.from(document.images).every((image) => image.complete);
}
