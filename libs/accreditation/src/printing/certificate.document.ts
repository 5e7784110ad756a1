import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, withoutBidiControls } from '@induct/platform';
import { compileTemplate, fontFaces, fontFacesFor, type Sheet } from '@induct/printing';
import { type CertificateFacts, readFacts, type ReadFacts } from '../certificate/certificate-facts';
import { FIRST_DESIGN, templateOf } from '../templates/designs';
import type { Template } from '../certificate/template';
import { certificateView, type Fit, PLACEHOLDERS, tighterFits, usualFit } from './certificate.view';
import { titleOf } from './expected-certificate';
import { frame, plainFrame, seal } from './ornament';
import { SECOND_PLACEHOLDERS, secondView, usualSecondFit } from './second.view';

const FOLDER = join(projectRoot, 'content/certificates');

export interface PrintableCertificate {
  facts: CertificateFacts;
  /** Name of the design that was in use at issue. */
  template: string;
  /** The version of the council's template; without one the second design has the words that it came with. */
  version?: Template | null | undefined;
  /** In the QR code only. */
  secret: string;
}

/** Gives a picture of the council's as a data: URI. */
export type DataUrlOf = (picture: string) => Promise<string>;

const noPicture: DataUrlOf = (picture) => Promise.reject(new Error(`There is no picture ${picture}`));

/** Lays certificates out; reads each design, the fonts and the drawings once. */
export class CertificateDocument {
  private readonly templates = new Map<string, { render: (view: object) => string; head: string }>();
  private readonly signatures: Record<string, string> = {};
  private readonly seal = svgData(seal());
  private readonly frames = { ornate: svgData(frame(297, 210)), plain: svgData(plainFrame(297, 210)) };
  private readonly fonts = fontFaces();

  /** @param siteOrigin of the public verification page */
  constructor(
    private readonly siteOrigin: string,
    private readonly dataUrlOf: DataUrlOf = noPicture,
  ) {}

  async sheet(certificate: PrintableCertificate): Promise<Sheet> {
    const { facts, template } = certificate;
    const version = templateOf(certificate);
    const read = readFacts(facts);
    const { head } = this.template(template);
    const { fit, body } = await this.laidOut(certificate, read, version);
    const more = fontFacesFor(textsOf(read, version).join(' '));
    return {
      language: read.language,
      title: withoutBidiControls(`${titleOf(facts, version)} ${facts.number}: ${facts.holder}`),
      head: more === '' ? head : `${head}<style>${more}</style>`,
      body: body(fit),
      room: 'one page',
      tighter: () => tighterFits(fit).map(body),
    };
  }

  /** @returns what has room almost always, and how it looks at any fit */
  private async laidOut(
    { facts, template, secret }: PrintableCertificate,
    read: ReadFacts,
    version: Template | undefined,
  ) {
    const { render } = this.template(template);
    const qr = await this.qrOf(facts.number, secret);
    const page = `${this.siteOrigin}/verify`;
    const on = (backdrop: string, view: object) => `<img class="backdrop" alt="" src="${backdrop}">${render(view)}`;
    if (!version) {
      const pictures = { seal: this.seal, qr, signatures: await this.signaturesOf(read) };
      const body = (fit: Fit) => on(this.frames.ornate, certificateView(facts, pictures, page, fit));
      return { fit: usualFit(facts), body };
    }
    const pictures = {
      seal: this.seal,
      qr,
      mark: read.mark && version.layout.arms !== 'none' ? await this.dataUrlOf(read.mark.picture) : undefined,
      signatures: await this.signaturesOf(read),
    };
    const backdrop = this.frames[version.layout.frame];
    const body = (fit: Fit) => on(backdrop, secondView(read, version, pictures, page, fit));
    return { fit: usualSecondFit(read, version), body };
  }

  private async qrOf(number: string, secret: string): Promise<string> {
    // Loaded when the first is laid out: most processes lay out none.
    const { default: QRCode } = await import('qrcode');
    // What follows the # is not sent with a request: no log, proxy or next page's Referer can hold it.
    const qr = await QRCode.toString(`${this.siteOrigin}/verify/${number}#${secret}`, {
      type: 'svg',
      errorCorrectionLevel: 'M',
      margin: 0,
      color: { dark: '#14201f', light: '#ffffff' },
    });
    return svgData(qr);
  }

  /** In the order of the signatories; empty where there is a line to sign on. */
  private signaturesOf({ signatories }: ReadFacts): Promise<string[]> {
    return Promise.all(
      signatories.map(({ picture, signature }) => {
        if (picture !== undefined) return this.dataUrlOf(picture);
        return Promise.resolve(signature === undefined ? '' : this.drawn(signature));
      }),
    );
  }

  /** A signature that is shipped. */
  private drawn(signature: string): string {
    return (this.signatures[signature] ??= svgData(readFileSync(join(FOLDER, 'signatures', `${signature}.svg`))));
  }

  private template(name: string) {
    if (!/^[a-z0-9-]+$/.test(name)) throw new Error('Not the name of a template');
    const known = this.templates.get(name);
    if (known) return known;
    const source = readFileSync(join(FOLDER, `${name}.hbs`), 'utf8');
    const style = readFileSync(join(FOLDER, `${name}.css`), 'utf8');
    const placeholders = name === FIRST_DESIGN ? PLACEHOLDERS : SECOND_PLACEHOLDERS;
    const made = { render: compileTemplate(source, placeholders), head: `<style>${this.fonts}\n${style}</style>` };
    this.templates.set(name, made);
    return made;
  }
}

/** Everything that may hold letters which the usual faces have not. */
const textsOf = (read: ReadFacts, version: Template | undefined) => [
  read.holder,
  read.council,
  read.scheme,
  ...read.requirements.map(({ title }) => title),
  ...read.signatories.flatMap(({ name, office }) => [name, office]),
  ...(version ? [JSON.stringify(version.words), JSON.stringify(read)] : []),
];

function svgData(svg: string | Buffer): string {
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
