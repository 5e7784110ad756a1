// Passkeys: shows the forms for them where the browser has any, asks the device, and sends what it says as an ordinary form.
// A page with the field for the e-mail address offers passkeys among what the browser fills in.
import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
} from '@simplewebauthn/browser';
import { say } from '../../frame/scripts/say.mjs';

const TROUBLE = {
  use: say('No passkey was used. Try again, or have a letter sent instead.'),
  add: say('No passkey was added. Try again when you are ready; a letter always signs you in.'),
  known: say('This device has a passkey here already.'),
  away: say('We could not be reached. Try again in a moment.'),
};

const challengeFor = async (form) => {
  const reply = await fetch(`${new URL(form.action).pathname}/challenge`, {
    method: 'POST',
    headers: { accept: 'application/json' },
  });
  if (!reply.ok) throw Object.assign(new Error('no challenge'), { away: true });
  return reply.json();
};

const send = (form, response) => {
  form.elements.response.value = JSON.stringify(response);
  form.submit();
};

const show = (form, words) => {
  const trouble = form.querySelector('[data-passkey-trouble]');
  trouble.textContent = words;
  trouble.hidden = false;
};

const wordsFor = (error, kind) => {
  if (error.away || error instanceof TypeError) return TROUBLE.away;
  return error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED' ? TROUBLE.known : TROUBLE[kind];
};

function listen(form) {
  const kind = form.dataset.passkey;
  form.hidden = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    form.querySelector('[data-passkey-trouble]').hidden = true;
    try {
      const optionsJSON = await challengeFor(form);
      send(form, await (kind === 'add' ? startRegistration({ optionsJSON }) : startAuthentication({ optionsJSON })));
    } catch (error) {
      show(form, wordsFor(error, kind));
    }
  });
}

/** Waits until somebody chooses a passkey in the field; pressing the button ends it. */
async function offerInField(form) {
  if (!(await browserSupportsWebAuthnAutofill())) return;
  try {
    send(form, await startAuthentication({ optionsJSON: await challengeFor(form), useBrowserAutofill: true }));
  } catch {
    // Nobody chose one, or the button was pressed: the page is as good without.
  }
}

if (browserSupportsWebAuthn()) {
  for (const form of document.querySelectorAll('[data-passkey]')) listen(form);
  const filled = document.querySelector('[data-passkey="use"][data-autofill="yes"]');
  if (filled) void offerInField(filled);
  for (const without of document.querySelectorAll('[data-without-passkeys]')) without.hidden = true;
  window.addEventListener('pagehide', () => WebAuthnAbortService.cancelCeremony());
}
