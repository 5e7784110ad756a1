import { Injectable } from '@nestjs/common';
import { Clock } from '@induct/platform';
import { PdfIsWrong } from '../check/pdf-check';
import { checkSignature } from './check-signature';
import { SealKeeper } from './seal-keeper';
import { signPdf } from './sign-pdf';
import { type Described, withXmp } from './xmp';

/** What a sealed document says of itself, and who signs it. */
export interface Sealed extends Described {
  by: string;
  reason: string;
}

/** Finishes what was printed and checked: it says what it is, and is signed. */
@Injectable()
export class Sealing {
  constructor(
    private readonly keeper: SealKeeper,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the same bytes, and behind them XMP and a signature
   * @throws PdfIsWrong, SealIsWrong, PdfCannotBeUpdated
   */
  async seal(printed: Uint8Array, sealed: Sealed): Promise<Uint8Array> {
    const seal = await this.keeper.seal();
    const { by: name, reason } = sealed;
    const pdf = await signPdf(withXmp(printed, sealed), seal, { name, reason, at: this.clock.now() });
    const found = await checkSignature(pdf);
    const isWhole = pdf.subarray(0, printed.length).equals(printed);
    if (!found?.unchanged || !isWhole) throw new PdfIsWrong(['its signature does not hold']);
    return pdf;
  }
}
