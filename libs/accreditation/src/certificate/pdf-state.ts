import { MOST_ATTEMPTS } from '@induct/printing';
import type { Certificate } from './certificate';

/**
 * How it stands with the document of a certificate: it is there; it is being made; it went wrong and is tried again by
 * itself; or it cannot be made as things are, and an officer has to do something.
 */
export type PdfState = 'made' | 'being made' | 'tried again' | 'cannot be made';

export function pdfState({
  renderedAt,
  renderError,
  renderAttempts,
}: Pick<Certificate, 'renderedAt' | 'renderError' | 'renderAttempts'>): PdfState {
  if (renderedAt) return 'made';
  if (renderError === null) return 'being made';
  return renderAttempts < MOST_ATTEMPTS ? 'tried again' : 'cannot be made';
}
