// Two minutes before a sign-in ends, says so on pages with a form that somebody may be filling in, and lets them stay with one
// press. The server is asked how long it is: another tab may have prolonged it, and asking prolongs nothing.
import { say } from './say.mjs';

const WARN_BEFORE = 120;
/** A device that slept counts no time: look again now and then. In seconds. */
const ASK_AT_LEAST_EVERY = 600;
const TYPED =
  'form[method="post" i] :is(textarea, select, input:not([type="hidden"], [type="submit"], [type="button"]))';

const words = {
  soon: {
    title: say('You will be signed out within 2 minutes'),
    text: say('You have not opened or sent a page for a while. Press the button to stay signed in.'),
    button: say('Stay signed in'),
  },
  last: {
    title: say('Your sign-in ends within 2 minutes'),
    text: say(
      'It cannot be made longer. Send the form now, or later: then we ask you to sign in, and give back what you typed.',
    ),
    button: say('Go on'),
  },
  over: {
    title: say('Your sign-in has ended'),
    text: say(
      'What you typed is still on this page. Send it when it is ready: then we ask you to sign in, and give it back to you.',
    ),
    button: say('Go on'),
  },
};

const ask = async (method, path) => {
  const reply = await fetch(path, { method, headers: { accept: 'application/json' } }).catch(() => undefined);
  if (reply?.status === 401) return { seconds: 0, extendable: false };
  return reply?.ok ? reply.json() : undefined;
};

function makeDialog() {
  const dialog = document.createElement('dialog');
  dialog.className = 'induct-time-out';
  dialog.setAttribute('aria-labelledby', 'time-out-title');
  dialog.setAttribute('aria-describedby', 'time-out-text');
  dialog.innerHTML =
    '<h2 class="govuk-heading-m" id="time-out-title"></h2><p class="govuk-body" id="time-out-text" role="status"></p><button type="button" class="govuk-button govuk-!-margin-bottom-0"></button>';
  document.body.append(dialog);
  return dialog;
}

export function warnBeforeTimeOut() {
  if (!document.querySelector('[data-signed-in]') || !document.querySelector(TYPED)) return;
  let dialog;
  let said;
  const show = (which) => {
    said = which;
    dialog ??= makeDialog();
    const { title, text, button } = words[which];
    dialog.querySelector('h2').textContent = title;
    dialog.querySelector('p').textContent = text;
    dialog.querySelector('button').textContent = button;
    dialog.querySelector('button').onclick = () => void press();
    if (!dialog.open) dialog.showModal();
  };
  const press = async () => {
    dialog.close();
    if (said === 'soon') follow(await ask('POST', '/sign-in/stay'));
  };
  const follow = (left) => {
    // Away for a moment: ask again soon.
    if (!left) return void wait(10);
    if (left.seconds === 0) return show('over');
    if (left.seconds > WARN_BEFORE) {
      if (dialog?.open && said !== 'over') dialog.close();
      said = undefined;
      return void wait(Math.min(left.seconds - WARN_BEFORE, ASK_AT_LEAST_EVERY));
    }
    const which = left.extendable ? 'soon' : 'last';
    if (said !== which) show(which);
    wait(left.seconds + 1);
  };
  const wait = (seconds) => setTimeout(() => void ask('GET', '/sign-in/left').then(follow), seconds * 1000);
  wait(0);
}
