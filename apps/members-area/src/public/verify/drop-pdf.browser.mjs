// Lets a PDF be dropped, and takes its fingerprint here, so that it need not be sent. Without this the form uploads it.
const LARGEST = 10 * 1024 * 1024;

// As xmpNumber in libs/printing reads it: what a changed file still says it is.
const numberIn = (bytes) =>
  [...new TextDecoder('latin1').decode(bytes).matchAll(/<dc:identifier>([^<]{1,60})<\/dc:identifier>/g)].at(-1)?.[1];

for (const form of document.querySelectorAll('[data-drop-pdf]')) {
  const input = form.querySelector('input[type=file]');
  const status = form.querySelector('[data-drop-status]');
  form.classList.add('induct-drop--ready');
  status.textContent = 'You can also drop the PDF here.';

  const check = async (file) => {
    if (!file || !crypto.subtle) return false;
    if (file.size > LARGEST) {
      status.textContent = 'The PDF must be smaller than 10 MB.';
      return true;
    }
    status.textContent = 'Comparing…';
    const bytes = await file.arrayBuffer();
    const digest = await crypto.subtle.digest('SHA-256', bytes);
    const number = numberIn(bytes);
    const says = number === undefined ? '' : `?${new URLSearchParams({ number })}`;
    const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
    location.assign(`/verify/file/${hex}${says}`);
    return true;
  };

  form.addEventListener('submit', (event) => {
    const [file] = input.files;
    if (!file || !crypto.subtle) return;
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
    void check(event.dataTransfer.files[0]);
  });
}
