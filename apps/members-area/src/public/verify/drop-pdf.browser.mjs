// Lets a file be dropped, and takes the fingerprint of a PDF here, so that it need not be sent. Without this, and with
// anything else, the form uploads it.
import { say } from '../../frame/scripts/say.mjs';

const LARGEST = 10 * 1024 * 1024;

// As xmpNumber in libs/printing reads it: what a changed file still says it is.
const numberIn = (bytes) =>
  [...new TextDecoder('latin1').decode(bytes).matchAll(/<dc:identifier>([^<]{1,60})<\/dc:identifier>/g)].at(-1)?.[1];

for (const form of document.querySelectorAll('[data-drop-pdf]')) {
  const input = form.querySelector('input[type=file]');
  const status = form.querySelector('[data-drop-status]');
  form.classList.add('induct-drop--ready');
  status.textContent = say('You can also drop the file here.');

  const check = async (file) => {
    if (file.size > LARGEST) {
      status.textContent = say('The file must be smaller than 10 MB.');
      return;
    }
    status.textContent = say('Comparing…');
    if (!crypto.subtle || (await file.slice(0, 5).text()) !== '%PDF-') return form.submit();
    const bytes = await file.arrayBuffer();
    const digest = await crypto.subtle.digest('SHA-256', bytes);
    const number = numberIn(bytes);
    const says = number === undefined ? '' : `?${new URLSearchParams({ number })}`;
    const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
    location.assign(`/verify/file/${hex}${says}`);
  };

  form.addEventListener('submit', (event) => {
    const [file] = input.files;
    if (!file) return;
    event.preventDefault();
    void check(file);
  });
  for (const name of ['dragenter', 'dragover']) {
    form.addEventListener(name, (event) => {
      event.preventDefault();
      form.classList.add('induct-drop--over');
    });
  }
  for (const name of ['dragleave', 'drop'])
    form.addEventListener(name, () => form.classList.remove('induct-drop--over'));
  form.addEventListener('drop', (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length === 0) return;
    input.files = event.dataTransfer.files;
    void check(input.files[0]);
  });
}
