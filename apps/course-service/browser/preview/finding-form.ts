import type { Beside } from './beside';
import { FAILED } from './preview-words';
import { ask } from './requests';

const MOST_BYTES = 3 * 1024 * 1024;
const PICTURES = ['image/png', 'image/jpeg', 'image/webp'];
const DRAFT = 'induct-finding-draft';

interface Trouble {
  field: 'severity' | 'text' | 'screenshot' | 'whole';
  words: string;
}

/** Takes a finding where the tester is. What was written stays until it is recorded. */
export class FindingForm {
  private readonly summary: HTMLElement;
  private busy = false;

  constructor(
    private readonly form: HTMLFormElement,
    panel: HTMLElement,
    private readonly beside: Beside,
    private readonly recorded: (number: number) => void,
  ) {
    this.summary = form.querySelector('[data-trouble]')!;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.record();
    });
    panel.addEventListener('paste', (event) => this.takePicture(event));
    this.restoreDraft();
  }

  private async record(): Promise<void> {
    if (this.busy) return;
    const { severity, text, screenshot } = this.values();
    const troubles = troublesOf(severity, text, screenshot);
    this.show(troubles);
    if (troubles.length > 0) return;
    this.busy = true;
    this.form.setAttribute('aria-busy', 'true');
    const { sco, location, progress } = this.beside.place();
    await this.beside.beforeRecording();
    const picture = screenshot && (await base64Of(screenshot));
    const sent = await ask<{ number: number }>(`${this.beside.address}/findings`, {
      severity,
      text,
      sco,
      location,
      progress,
      ...(picture && { screenshot: picture }),
    });
    this.busy = false;
    this.form.removeAttribute('aria-busy');
    if (!sent.ok) {
      this.show([{ field: 'whole', words: sent.message ?? FAILED.unreachable }]);
      return;
    }
    this.form.reset();
    this.recorded(sent.answer.number);
  }

  private values(): { severity: string; text: string; screenshot: File | undefined } {
    const data = new FormData(this.form);
    const file = data.get('screenshot');
    const words = (name: string) => {
      const value = data.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const screenshot = file instanceof File && file.size > 0 ? file : undefined;
    return { severity: words('severity'), text: words('text'), screenshot };
  }

  /** An error summary with links, and the same words at each field. */
  private show(troubles: Trouble[]): void {
    for (const field of this.form.querySelectorAll<HTMLElement>('[data-field]')) {
      const trouble = troubles.find((one) => one.field === field.dataset.field);
      const line = field.querySelector<HTMLElement>('.field__error')!;
      line.textContent = trouble ? `Error: ${trouble.words}` : '';
      line.hidden = !trouble;
      field.classList.toggle('field--wrong', Boolean(trouble));
    }
    this.summary.hidden = troubles.length === 0;
    if (troubles.length === 0) return;
    const heading = document.createElement('p');
    heading.className = 'trouble__title';
    heading.textContent = 'The finding was not recorded';
    this.summary.replaceChildren(heading, ...troubles.map((trouble) => this.line(trouble)));
    this.summary.focus();
  }

  private line({ field, words }: Trouble): HTMLElement {
    const line = document.createElement('p');
    if (field === 'whole') {
      line.textContent = words;
      return line;
    }
    const link = document.createElement('a');
    link.textContent = words;
    link.href = `#${field === 'severity' ? 'severity-blocking' : field}`;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      document.querySelector<HTMLElement>(link.hash)?.focus();
    });
    line.append(link);
    return line;
  }

  private takePicture(event: ClipboardEvent): void {
    const file = [...(event.clipboardData?.files ?? [])].find(({ type }) => PICTURES.includes(type));
    if (!file) return;
    event.preventDefault();
    const transfer = new DataTransfer();
    transfer.items.add(file);
    this.form.querySelector<HTMLInputElement>('#screenshot')!.files = transfer.files;
  }

  /** For the next page of this preview. */
  keepDraft(): void {
    const { severity, text } = this.values();
    try {
      if (text === '') sessionStorage.removeItem(DRAFT);
      else sessionStorage.setItem(DRAFT, JSON.stringify({ id: this.beside.id, severity, text }));
    } catch {
      // Storage is denied: the draft lives as long as the page.
    }
  }

  private restoreDraft(): void {
    try {
      const draft = JSON.parse(sessionStorage.getItem(DRAFT) ?? '{}') as Record<string, string>;
      sessionStorage.removeItem(DRAFT);
      if (draft.id !== this.beside.id) return;
      this.form.querySelector<HTMLTextAreaElement>('#text')!.value = draft.text ?? '';
      const choice = [...this.form.querySelectorAll<HTMLInputElement>('[name=severity]')];
      for (const one of choice) one.checked = one.value === draft.severity;
    } catch {
      // Nothing to bring back.
    }
  }
}

function troublesOf(severity: string, text: string, screenshot: File | undefined): Trouble[] {
  const troubles: Trouble[] = [];
  if (severity === '') troubles.push({ field: 'severity', words: 'Choose how serious it is' });
  if (text === '') troubles.push({ field: 'text', words: 'Enter what you found' });
  if (screenshot && !PICTURES.includes(screenshot.type)) {
    troubles.push({ field: 'screenshot', words: 'The screenshot must be a PNG, JPEG or WebP picture' });
  } else if (screenshot && screenshot.size > MOST_BYTES) {
    troubles.push({ field: 'screenshot', words: 'The screenshot must be 3 MB or smaller' });
  }
  return troubles;
}

/** A data URL holds the file in base64 behind its comma. */
function base64Of(file: File): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => done((reader.result as string).split(',')[1] ?? ''));
    reader.addEventListener('error', () => failed(reader.error ?? new Error('The file cannot be read')));
    reader.readAsDataURL(file);
  });
}
