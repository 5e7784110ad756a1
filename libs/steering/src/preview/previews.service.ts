import { Injectable } from '@nestjs/common';
import type { RunTimeCall, Standard } from '@induct/scorm';
import { PreviewCallRepository } from './preview-call.repository';
import { type OpenedPreview, PreviewOpening, type PreviewToOpen } from './preview-opening.service';
import { PreviewQueries } from './preview.queries';
import { type SupplierBundle, SupplierBundles } from './supplier-bundles.service';

/** Previews as the site knows them. What the holder of a preview's token may do is in the other services. */
@Injectable()
export class Previews {
  constructor(
    private readonly opening: PreviewOpening,
    private readonly log: PreviewCallRepository,
    private readonly bundles: SupplierBundles,
    private readonly queries: PreviewQueries,
  ) {}

  /**
   * Opens the player on a version. Testers do so in their rounds, officers everywhere; nothing of it is learning.
   * @throws NothingToPreview
   */
  open(preview: PreviewToOpen): Promise<OpenedPreview> {
    return this.opening.open(preview);
  }

  /** The run-time log, in order. @param from, to numbers of calls, both included */
  calls(previewId: string, from?: number, to?: number): Promise<RunTimeCall[]> {
    return this.log.calls(previewId, from, to);
  }

  /** Whose names the calls have; undefined when there is no such preview. */
  standardOf(previewId: string): Promise<Standard | undefined> {
    return this.log.standard(previewId);
  }

  /** When a preview of the person's was last heard of. */
  lastSeenAt(personId: string): Promise<Date | undefined> {
    return this.queries.lastSeenAt(personId);
  }

  /** A finding with its log, for whoever made the package. @throws NothingToPreview when there is no such finding */
  bundle(findingId: string): Promise<SupplierBundle> {
    return this.bundles.bundle(findingId);
  }
}
