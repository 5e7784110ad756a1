import type { KeptForm } from '@induct/sign-in';

/** Tags of our own pages: attributes are quoted and escaped by the template engine. */
const TAG = /<(\/?)(form|input|textarea|select|option|button)\b((?:"[^"]*"|'[^']*'|[^'">])*)>/gi;
const NOT_TYPED = new Set(['hidden', 'submit', 'button', 'image', 'reset', 'password']);

interface Tag {
  name: string;
  closes: boolean;
  attributes: string;
  start: number;
  end: number;
}

export interface Refilled {
  html: string;
  /** `filled`: what was typed is in the form again; `bare`: there was nothing but a button to press. */
  form: 'filled' | 'bare';
  /** Files are not kept. */
  hasFile: boolean;
}

/**
 * A page with what was typed in its form again: in the form that leads to where the kept one was sent. Hidden fields stay as
 * the page has them, because they say what the page is about now.
 * @param path of the page
 * @returns undefined when the page has no such form
 */
export function refilled(html: string, path: string, kept: KeptForm): Refilled | undefined {
  const tags = tagsOf(html);
  const forms = formsOf(tags, html.length).filter(({ tag }) => leadsTo(tag, path) === kept.action);
  const form = forms.toSorted((one, other) => likeness(other.inside, kept) - likeness(one.inside, kept))[0];
  if (!form) return undefined;
  const values = new Map<string, string[]>();
  for (const [name, value] of kept.fields) values.set(name, [...(values.get(name) ?? []), value]);
  const changes: { start: number; end: number; text: string }[] = [];
  let hasFile = false;
  let typed = false;
  let select: string[] | undefined;
  for (const [at, tag] of form.inside.entries()) {
    const name = attribute(tag, 'name') ?? '';
    const change = (attributes: string) =>
      changes.push({ start: tag.start, end: tag.end, text: `<${tag.name}${attributes}>` });
    if (tag.name === 'select') select = tag.closes ? undefined : (values.get(name) ?? []);
    if (tag.closes) continue;
    if (tag.name === 'select') typed = true;
    if (tag.name === 'option' && select) {
      const own = attribute(tag, 'value') ?? decoded(html.slice(tag.end).split('<', 1)[0]!.trim());
      change(without(tag, 'selected') + (select.includes(own) ? ' selected' : ''));
    } else if (tag.name === 'textarea') {
      typed = true;
      const end = form.inside.slice(at).find((one) => one.closes && one.name === 'textarea');
      const value = values.get(name)?.shift();
      // The first line break after the tag does not count.
      if (end && value !== undefined) changes.push({ start: tag.end, end: end.start, text: `\n${escaped(value)}` });
    } else if (tag.name === 'input') {
      const type = attribute(tag, 'type')?.toLowerCase() ?? 'text';
      if (type === 'file') hasFile = true;
      else if (type === 'checkbox' || type === 'radio') {
        typed = true;
        const chosen = values.get(name)?.includes(attribute(tag, 'value') ?? 'on') ?? false;
        change(without(tag, 'checked') + (chosen ? ' checked' : ''));
      } else if (!NOT_TYPED.has(type)) {
        typed = true;
        const value = values.get(name)?.shift();
        if (value !== undefined) change(`${without(tag, 'value')} value="${escaped(value)}"`);
      }
    }
  }
  const changed = changes.toSorted((one, other) => other.start - one.start);
  const filled = changed.reduce((page, { start, end, text }) => page.slice(0, start) + text + page.slice(end), html);
  return { html: filled, form: typed || hasFile ? 'filled' : 'bare', hasFile };
}

function tagsOf(html: string): Tag[] {
  return Array.from(html.matchAll(TAG), ({ 0: whole, 1: slash, 2: name, 3: attributes, index }) => ({
    name: name!.toLowerCase(),
    closes: slash === '/',
    attributes: attributes!.replace(/\s*\/$/, ''),
    start: index,
    end: index + whole.length,
  }));
}

function formsOf(tags: Tag[], end: number): { tag: Tag; inside: Tag[] }[] {
  return tags.flatMap((tag, at) => {
    if (tag.name !== 'form' || tag.closes || attribute(tag, 'method')?.toLowerCase() !== 'post') return [];
    const close = tags.slice(at).find((one) => one.name === 'form' && one.closes)?.start ?? end;
    return [{ tag, inside: tags.filter(({ start }) => start >= tag.end && start < close) }];
  });
}

function leadsTo(form: Tag, path: string): string {
  const base = 'https://here.invalid';
  const url = new URL(attribute(form, 'action') ?? path, base + path);
  return url.origin === base ? url.pathname + url.search : url.href;
}

/** Of several forms that lead to one place the one that was filled in: with the same fields, and the same in hidden ones. */
function likeness(inside: Tag[], { fields }: KeptForm): number {
  return fields.filter(([name, value]) => {
    const field = inside.find((tag) => !tag.closes && attribute(tag, 'name') === name);
    return field && (attribute(field, 'type') !== 'hidden' || attribute(field, 'value') === value);
  }).length;
}

function attribute({ attributes }: Tag, name: string): string | undefined {
  const found = new RegExp(`\\s${name}(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+)))?(?=\\s|$)`, 'i').exec(
    attributes,
  );
  return found ? decoded(found[1] ?? found[2] ?? found[3] ?? '') : undefined;
}

const without = ({ attributes }: Tag, name: string): string =>
  attributes.replace(new RegExp(`\\s${name}(?:\\s*=\\s*(?:"[^"]*"|'[^']*'|[^\\s"'>]+))?(?=\\s|$)`, 'i'), '');

const NAMED: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>' };
const decoded = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(amp|quot|lt|gt));/gi, (_, decimal?: string, hex?: string, name?: string) =>
    name ? NAMED[name.toLowerCase()]! : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex!, 16)),
  );

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.codePointAt(0)};`);
