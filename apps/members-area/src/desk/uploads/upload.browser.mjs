// Shows how far an upload and its import are. Without this script the form is sent and the upload's page refreshes itself.

const AGAIN_MS = 700;

const statusOf = (root) => ({
  says: root.querySelector('[data-upload-says]'),
  bar: root.querySelector('[data-upload-bar]'),
  announce: root.querySelector('[data-upload-announce]'),
});

let announced = '';

/** Screen readers hear every quarter, not every per cent. */
function show({ says, bar, announce }, text, percent) {
  says.textContent = text;
  if (percent === undefined) bar.removeAttribute('value');
  else bar.value = percent;
  const heard = percent === undefined ? text : `${text.split(':')[0]}: ${Math.floor(percent / 25) * 25} per cent`;
  if (heard !== announced) announce.textContent = announced = heard;
}

const kindly = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`);

/** Asks until the import is over, then shows the page with the result. */
async function follow(href, status) {
  for (;;) {
    try {
      const answer = await fetch(href, { headers: { accept: 'application/json' } });
      if (answer.status >= 400 && answer.status < 500) break;
      const upload = await answer.json();
      if (!upload.running) break;
      show(status, upload.progress.says, upload.progress.percent);
    } catch {
      // The connection is away for a moment: ask again.
    }
    await new Promise((next) => setTimeout(next, AGAIN_MS));
  }
  location.assign(href);
}

/** What the server said no to, as the page without JavaScript would say it. */
function refuse(form, field, text) {
  const group = form.querySelector(`[name="${field}"]`).closest('.govuk-form-group');
  const input = group.querySelector('input');
  group.classList.add('govuk-form-group--error');
  let line = group.querySelector('.govuk-error-message');
  if (!line) {
    line = document.createElement('p');
    line.className = 'govuk-error-message';
    line.id = `${field}-error`;
    line.setAttribute('role', 'alert');
    input.before(line);
  }
  line.textContent = text;
  input.setAttribute('aria-describedby', line.id);
  input.focus();
}

function send(form) {
  const box = form.querySelector('[data-upload-status]');
  const status = statusOf(form);
  const button = form.querySelector('button[type="submit"], button:not([type])');
  const request = new XMLHttpRequest();
  const over = (message) => {
    box.hidden = true;
    button.hidden = false;
    if (message) refuse(form, 'package', message);
  };
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    const percent = total ? Math.floor((loaded / total) * 100) : undefined;
    show(status, `Uploading: ${kindly(loaded)} of ${kindly(total)}`, percent);
  });
  request.upload.addEventListener('load', () => show(status, 'Checking the package', undefined));
  request.addEventListener('load', () => {
    let answer = {};
    try {
      answer = JSON.parse(request.responseText);
    } catch {
      // A proxy's page: there is nothing to read in it.
    }
    if (request.status < 300 && answer.href) return void follow(answer.href, status);
    if (request.status === 401) return location.assign('/sign-in?next=/admin/uploads/new');
    over(answer.detail ?? 'The file could not be uploaded. Try again in a minute.');
  });
  request.addEventListener('error', () => over('The connection broke. Nothing was stored: upload the file again.'));
  request.addEventListener('abort', () => over());
  form.querySelector('[data-upload-cancel]').addEventListener('click', () => request.abort(), { once: true });
  // The fields must come before the file, so that the server knows what it is when the file begins.
  const body = new FormData(form);
  request.open('POST', form.action);
  request.setRequestHeader('accept', 'application/json');
  button.hidden = true;
  box.hidden = false;
  show(status, 'Uploading', 0);
  request.send(body);
}

const form = document.querySelector('form[data-upload]');
form?.addEventListener('submit', (event) => {
  const chosen = form.querySelector('input[type="file"]');
  if (chosen.files.length === 0) return; // The server's page says it.
  event.preventDefault();
  if (chosen.files[0].size > Number(form.dataset.maxBytes)) {
    refuse(form, 'package', `The file must be smaller than ${form.dataset.limit}`);
  } else {
    send(form);
  }
});

const running = document.querySelector('[data-import]');
if (running) void follow(running.dataset.import, statusOf(running));
