import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { PackageUploads } from '@induct/course';
import { AuditTrail, Transactions } from '@induct/platform';
import { DraftRepository } from '../drafts/draft.repository';
import { type Draft, Drafts } from '../drafts/drafts.service';
import type { DraftProblem } from '../problems/draft-checks.service';
import { placesIn } from '../problems/places';
import { plainWords } from '../problems/plain-words';
import { Kit } from '../kit/kit.service';

export const EDITIONS = ['1.2', '2004'] as const;
export type Edition = (typeof EDITIONS)[number];

/** A draft cannot be built. What has to be mended is said. */
export class DraftNotBuilt extends Error {
  constructor(readonly problems: readonly DraftProblem[]) {
    super();
  }
}

/** Makes packages of drafts, and takes them in like any other. */
@Injectable()
export class DraftPackages {
  constructor(
    private readonly kit: Kit,
    private readonly drafts: Drafts,
    private readonly repository: DraftRepository,
    private readonly uploads: PackageUploads,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  /** One of the packages, as a zip. Equal sources give equal bytes. @throws DraftNotBuilt, KitFailed */
  async build(draft: Draft, edition: Edition): Promise<Buffer> {
    const built = await this.kit.packages(draft.slug, draft.files);
    if ('problems' in built) {
      const placeOf = placesIn(draft.files);
      throw new DraftNotBuilt(
        built.problems.map((problem) => ({
          isError: true,
          place: placeOf(problem),
          words: plainWords(problem.message),
        })),
      );
    }
    // What came from another process is a plain array.
    return Buffer.from(edition === '1.2' ? built.scorm12 : built.scorm2004);
  }

  /**
   * Builds it and takes in the package for SCORM 1.2, which the modules that come with Induct are, too: a next version of one of them is
   * compared with the one before, and what people have done in it is kept.
   * @returns the id of the upload, which is checked like any other
   * @throws DraftNotBuilt, KitFailed
   */
  async takeIn(draft: Draft, by: string): Promise<string> {
    const zip = await this.build(draft, '1.2');
    const courseId = await this.drafts.courseOf(draft);
    const uploadId = await this.uploads.receive(Readable.from([zip]), {
      fileName: `${draft.slug}.zip`,
      uploadedBy: by,
      expected: zip.length,
      ...(courseId && { courseId }),
    });
    await this.transactions.run(async (tx) => {
      await this.repository.addPackage(tx, { uploadId, draftId: draft.id, revision: draft.revision });
      await this.audit.record(tx, {
        actorId: by,
        action: 'module_draft.built',
        subjectType: 'module_draft',
        subjectId: draft.id,
        detail: { revision: draft.revision, uploadId },
      });
    });
    return uploadId;
  }
}
