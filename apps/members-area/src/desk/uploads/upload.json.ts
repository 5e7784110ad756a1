import { z } from 'zod';
import { importProgress, isRunning } from './upload.view';
import type { Upload } from './uploads.queries';

const PackageReportJson = z.object({
  accepted: z.boolean(),
  standard: z.enum(['scorm_12', 'scorm_2004']).nullable(),
  edition: z.string().nullable(),
  title: z.string().nullable(),
  organizations: z.int(),
  scos: z.array(z.object({ id: z.string(), title: z.string(), href: z.string() })),
  files: z.int(),
  bytes: z.int(),
  findings: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['refused', 'warning', 'note']),
      message: z.string(),
      remedy: z.string(),
      where: z.string(),
    }),
  ),
  outside: z
    .array(
      z.object({
        host: z.string(),
        uses: z.array(z.enum(['frames', 'media', 'styles', 'scripts'])),
        certain: z.boolean(),
        where: z.string(),
      }),
    )
    .optional(),
});

/** What `uploadJson` answers. */
export const UploadJson = z.object({
  id: z.string(),
  href: z.string(),
  fileName: z.string(),
  bytes: z.int(),
  state: z.enum(['receiving', 'waiting', 'importing', 'accepted', 'refused', 'failed']),
  running: z.boolean(),
  progress: z.object({ says: z.string(), percent: z.number().optional() }).nullable(),
  module: z.string().nullable(),
  version: z.int().nullable(),
  report: PackageReportJson.nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});

/** An upload for programs: the report exactly as `course:inspect --json` prints it. */
export function uploadJson(upload: Upload): z.input<typeof UploadJson> {
  const { id, fileName, bytes, state, slug, version, report, createdAt, finishedAt } = upload;
  const running = isRunning(state);
  return {
    id,
    href: `/admin/uploads/${id}`,
    fileName,
    bytes,
    state,
    running,
    progress: running ? importProgress(upload) : null,
    module: slug,
    version,
    report,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}
