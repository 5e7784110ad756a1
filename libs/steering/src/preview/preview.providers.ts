import type { Provider } from '@nestjs/common';
import { OpenPreviews } from './open-previews';
import { PreviewCallRepository } from './preview-call.repository';
import { PreviewCommits } from './preview-commits.service';
import { PreviewFindings } from './preview-findings.service';
import { PreviewLog } from './preview-log.service';
import { PreviewMoves } from './preview-moves.service';
import { PreviewOpening } from './preview-opening.service';
import { PreviewStates } from './preview-states.service';
import { PreviewTokens } from './preview-tokens';
import { PreviewQueries } from './preview.queries';
import { PreviewRepository } from './preview.repository';
import { Previews } from './previews.service';
import { SupplierBundleQueries } from './supplier-bundle.queries';
import { SupplierBundles } from './supplier-bundles.service';

/** What other rooms use. */
export const previewServices = [Previews, PreviewCommits, PreviewFindings, PreviewLog, PreviewMoves, PreviewStates];

export const previewProviders: Provider[] = [
  ...previewServices,
  OpenPreviews,
  PreviewCallRepository,
  PreviewOpening,
  PreviewQueries,
  PreviewRepository,
  PreviewTokens,
  SupplierBundleQueries,
  SupplierBundles,
];
