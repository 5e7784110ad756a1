import { importProgress, isRunning } from './upload.view';
import type { Upload } from './uploads.queries';

/** An upload for programs: the report exactly as `course:inspect --json` prints it. */
export function uploadJson(upload: Upload) {
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
