import { type FromModule, messageIn, type ToModule } from '../dispatch/messages';
import { editionOf } from './edition';
import { findApi } from './find-api';
import { LearningSystem } from './learning-system';

const ANSWER_PATIENCE_MS = 20_000;
const NAME = 'induct-module';
/** All that modules use, but the learning system's own page is not theirs to lead away. */
const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads';

const WORDS = {
  opening: 'Opening the module…',
  noSystem:
    'This module has to be opened from your learning system, so that what you do is kept. Please open it there.',
  notNow: (council: string) =>
    `The module cannot be reached at the moment. Nothing you did before is lost: it is kept by your learning system. Please try again in a few minutes. If it stays like this, tell whoever looks after your learning system that ${council} does not answer.`,
  left: 'What you did has been passed to your learning system. You can close this module now.',
};

/** Brings the learning system around this page and the module in its frame together. */
export function openModule(): void {
  const { origin = '', dispatch = '', token = '', standard, council = '' } = document.body.dataset;
  const edition = editionOf(standard);
  const api = findApi(window, edition.api);
  const system = api && new LearningSystem(api, edition, () => performance.now());
  if (!system?.begin()) return say(WORDS.noSystem);
  let frame: HTMLIFrameElement | undefined;
  const leave = () => {
    system.end();
    frame?.remove();
    frame = undefined;
    say(WORDS.left);
  };
  window.addEventListener('message', (event) => {
    if (event.origin !== origin || !frame || event.source !== frame.contentWindow) return;
    const message = messageIn(event.data) as FromModule | undefined;
    const answer = (to: ToModule) => frame?.contentWindow?.postMessage(to, origin);
    if (message?.induct === 'ready' || message?.induct === 'closed') {
      clearTimeout(waiting);
      show(frame);
    }
    if (message?.induct === 'ready') answer({ induct: 'start', known: system.known() });
    if (message?.induct === 'leave') leave();
    if (message?.induct !== 'report') return;
    const taken = system.keep(message.report);
    const report = message.number;
    answer(taken === 'nothing' ? { induct: 'lost', report } : { induct: 'kept', report, isWhole: taken === 'all' });
  });
  window.addEventListener('pagehide', () => system.end());
  let waiting: ReturnType<typeof setTimeout>;
  const open = () => {
    say(WORDS.opening);
    frame?.remove();
    const first = system.known().isFirst ? 'yes' : 'no';
    frame = ask(`${origin}/dispatch/${dispatch}`, { token, first });
    waiting = setTimeout(() => {
      frame?.remove();
      frame = undefined;
      say(WORDS.notNow(council), open);
    }, ANSWER_PATIENCE_MS);
  };
  open();
}

/** The secret goes in the body of a form: an address would be written down on its way. */
function ask(address: string, fields: Record<string, string>): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.name = NAME;
  frame.title = document.title;
  frame.setAttribute('sandbox', SANDBOX);
  frame.allow = 'autoplay; fullscreen; picture-in-picture; unload';
  frame.allowFullscreen = true;
  frame.style.cssText = 'position: fixed; inset: 0; width: 1px; height: 1px; border: 0; opacity: 0';
  const form = document.createElement('form');
  form.method = 'post';
  form.action = address;
  form.target = NAME;
  form.hidden = true;
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    form.append(field);
  }
  document.body.append(frame, form);
  form.submit();
  form.remove();
  return frame;
}

function show(frame: HTMLIFrameElement): void {
  frame.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%; border: 0';
  for (const other of document.querySelectorAll<HTMLElement>('h1, #says, #again')) other.hidden = true;
}

/** @param again what a button does */
function say(words: string, again?: () => void): void {
  const [heading, says] = [document.querySelector('h1')!, document.querySelector<HTMLElement>('#says')!];
  document.querySelector('#again')?.remove();
  document.body.style.cssText =
    'margin: 2rem auto; padding: 0 1rem; max-width: 40rem; font: 1.125rem/1.5 system-ui, sans-serif; overflow-wrap: break-word';
  heading.hidden = false;
  says.hidden = false;
  says.textContent = words;
  if (!again) return;
  const button = document.createElement('button');
  button.id = 'again';
  button.type = 'button';
  button.textContent = 'Try again';
  button.style.cssText = 'font: inherit; padding: 0.5rem 1rem';
  button.addEventListener('click', again);
  says.after(button);
}
