import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, withoutBidiControls } from '@induct/platform';
import { compileTemplate, fontFaces, fontFacesFor, type Sheet } from '@induct/printing';
import { type CertificateFacts, readFacts, type ReadFacts } from '../certificate/certificate-facts';
import { certificateView, type Fit, PLACEHOLDERS, tighterFits, usualFit } from './certificate.view';
import type { Template } from '../templates/template';
import { frame, seal } from './ornament';

const FOLDER = join(projectRoot, 'content/certificates');

export interface PrintableCertificate {
  facts: CertificateFacts;
  /** Name of the template that was in use at issue. */
  template: string;
  /** The version of the council's template, of a certificate that is printed with accreditation-2. */
  version?: Template | null | undefined;
  /** In the QR code only. */
  secret: string;
}

/** Lays certificates out; reads each template, the fonts and the drawings once. */
export class CertificateDocument {
  private readonly templates = new Map<string, { render: (view: object) => string; head: string }>();
  private readonly signatures: Record<string, string> = {};
  private readonly seal = svgData(seal());
  private readonly backdrop = svgData(frame(297, 210));
  private readonly fonts = fontFaces();

  /** @param siteOrigin of the public verification page */
  constructor(private readonly siteOrigin: string) {}

  async sheet({ facts, template, secret }: PrintableCertificate): Promise<Sheet> {
    const { render, head } = this.template(template);
    // Loaded when the first is laid out: most processes lay out none.
    const { default: QRCode } = await import('qrcode');
    // What follows the # is not sent with a request: no log, proxy or next page's Referer can hold it.
    const qr = await QRCode.toString(`${this.siteOrigin}/verify/${facts.number}#${secret}`, {
      type: 'svg',
      errorCorrectionLevel: 'M',
      margin: 0,
      color: { dark: '#14201f', light: '#ffffff' },
    });
    for (const { signature } of facts.signatories) {
      if (signature)
        this.signatures[signature] ??= svgData(readFileSync(join(FOLDER, 'signatures', `${signature}.svg`)));
    }
    const pictures = { seal: this.seal, qr: svgData(qr), signatures: this.signatures };
    const fit = usualFit(facts);
    const body = (next: Fit) =>
      `<img class="backdrop" alt="" src="${this.backdrop}">` +
      render(certificateView(facts, pictures, `${this.siteOrigin}/verify`, next));
    const more = fontFacesFor(textsOf(readFacts(facts)).join(' '));
    return {
      language: readFacts(facts).language,
      title: withoutBidiControls(`Certificate of Accreditation ${facts.number}: ${facts.holder}`),
      head: more === '' ? head : `${head}<style>${more}</style>`,
      body: body(fit),
      room: 'one page',
      tighter: () => tighterFits(fit).map(body),
    };
  }

  private template(name: string) {
    if (!/^[a-z0-9-]+$/.test(name)) throw new Error('Not the name of a template');
    const known = this.templates.get(name);
    if (known) return known;
    const source = readFileSync(join(FOLDER, `${name}.hbs`), 'utf8');
    const style = readFileSync(join(FOLDER, `${name}.css`), 'utf8');
    const made = { render: compileTemplate(source, PLACEHOLDERS), head: `<style>${this.fonts}\n${style}</style>` };
    this.templates.set(name, made);
    return made;
  }
}

const textsOf = ({ holder, council, scheme, requirements, signatories }: ReadFacts) => [
  holder,
  council,
  scheme,
  ...requirements.map(({ title }) => title),
  ...signatories.flatMap(({ name, office }) => [name, office]),
];

function svgData(svg: string | Buffer): string {
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
