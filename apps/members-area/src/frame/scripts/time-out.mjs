// Two minutes before a sign-in ends, says so on pages with a form that somebody may be filling in, and lets them stay with one
// press. The server is asked how long it is: another tab may have prolonged it, and asking prolongs nothing.
import { say } from './say.mjs';
import { whatNext } from './time-out-rules.mjs';

const TYPED =
  'form[method="post" i] :is(textarea, select, input:not([type="hidden"], [type="submit"], [type="button"]))';

const words = {
  soon: {
    title: say('You will be signed out within 2 minutes'),
    text: say('You have not opened or sent a page for a while. Press the button to stay signed in.'),
    button: say('Stay signed in'),
  },
  away: {
    title: say('You are not connected'),
    text: say(
      'So we could not keep you signed in. What you typed is still on this page. Try again when you are connected.',
    ),
    button: say('Try again'),
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
  let timer;
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
    if (said !== 'soon' && said !== 'away') return dialog.close();
    const left = await ask('POST', '/sign-in/stay');
    if (!left) show('away');
    else dialog.close();
    follow(left);
  };
  const follow = (left) => {
    const { show: which, isFine, askIn } = whatNext(left, said);
    if (which) show(which);
    if (isFine) {
      if (dialog?.open && said !== 'over') dialog.close();
      said = undefined;
    }
    clearTimeout(timer);
    if (askIn !== undefined) timer = setTimeout(() => void look(), askIn * 1000);
  };
  const look = async () => follow(await ask('GET', '/sign-in/left'));
  // A device that slept, a tab that somebody comes back to, a connection that is there again: what was known may be long past.
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void look());
  window.addEventListener('online', () => void look());
  window.addEventListener('pageshow', ({ persisted }) => persisted && void look());
  void look();
}
