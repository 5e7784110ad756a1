import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { PackageUploads } from '@induct/course';
import { AuditTrail, Transactions } from '@induct/platform';
import { DraftBeingTakenIn } from '../authoring.errors';
import { DraftRepository } from '../drafts/draft.repository';
import { type Draft, Drafts } from '../drafts/drafts.service';
import { type DraftProblem, problemsIn } from '../problems/draft-problem';
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
  async build(draft: Draft, edition: Edition, by: string): Promise<Buffer> {
    const built = await this.kit.packages(draft.slug, draft.files, by);
    if ('problems' in built)
      throw new DraftNotBuilt(
        problemsIn(draft.files, built.problems).map((one) => ({ ...one, isError: true, stops: true })),
      );
    // What came from another process is a plain array.
    return Buffer.from(edition === '1.2' ? built.scorm12 : built.scorm2004);
  }

  /**
   * Builds it and takes in the package for SCORM 1.2, which the modules that come with Induct are, too: a next version of one of them is
   * compared with the one before, and what people have done in it is kept. That the upload is one of this draft is written down before its
   * first byte: whatever ends in between, the next package is a version of the same module.
   * @returns the id of the upload, which is checked like any other
   * @throws DraftNotBuilt, DraftBeingTakenIn, KitFailed
   */
  async takeIn(draft: Draft, by: string): Promise<string> {
    const zip = await this.build(draft, '1.2', by);
    const courseId = await this.transactions.run((tx) => this.drafts.courseOf(tx, draft.id));
    return await this.uploads.receive(Readable.from([zip]), {
      fileName: `${draft.slug}.zip`,
      uploadedBy: by,
      expected: zip.length,
      ...(courseId && { courseId }),
      alongside: async (tx, uploadId) => {
        // Whoever builds it in the same moment has waited for this one, and is told here.
        if ((await this.drafts.courseOf(tx, draft.id)) !== courseId) throw new DraftBeingTakenIn();
        await this.repository.addPackage(tx, { uploadId, draftId: draft.id, revision: draft.revision });
        await this.audit.record(tx, {
          actorId: by,
          action: 'module_draft.built',
          subjectType: 'module_draft',
          subjectId: draft.id,
          detail: { revision: draft.revision, uploadId },
        });
      },
    });
  }
}
