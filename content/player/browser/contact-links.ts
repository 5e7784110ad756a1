import { contactsIn } from './contacts';

/**
 * Makes links of telephone numbers and e-mail addresses where the council speaks. They open another program, and a window of their own: in their own one a
 * browser would say to the page that it is about to leave, and a platform may believe it.
 */
export function linkContacts(places: readonly HTMLElement[]): void {
  for (const text of places.flatMap(textsIn)) {
    const pieces = contactsIn(text.data);
    if (pieces.every(({ href }) => href === undefined)) continue;
    text.replaceWith(...pieces.map(({ text: words, href }) => (href ? link(words, href) : words)));
  }
}

/** What is a link or a button already is none of them. */
function textsIn(place: HTMLElement): Text[] {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement!.closest('a, button') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}

function link(words: string, href: string): HTMLAnchorElement {
  const made = document.createElement('a');
  made.className = 'contact';
  Object.assign(made, { href, target: '_blank', rel: 'noopener', textContent: words });
  return made;
}
