import { one } from './dom';

const notices = new Map<string, string>();

/** A line above the screen, announced when it changes. An empty text takes it away. */
export function notice(name: string, text: string): void {
  if ((notices.get(name) ?? '') === text) return;
  notices.set(name, text);
  const line = one('[data-notice]');
  const shown = [...notices.values()].filter(Boolean).join(' ');
  line.hidden = shown === '';
  line.textContent = shown;
}
