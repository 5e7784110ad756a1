import { diskTrouble } from '@induct/platform';
import type { PackageFinding } from '@induct/scorm';
import { refused } from '../archive/archive-findings';

const again = 'Upload the file again.';

export function cutOff(): PackageFinding {
  return refused('upload-interrupted', 'The upload was cut off before the whole file had arrived.', again);
}

export function interrupted(): PackageFinding {
  const message = 'The service was restarted while the package was being taken in. Nothing was stored.';
  return refused('import-interrupted', message, 'Upload it again.');
}

/** @param error what ended it */
export function importFailed(error?: unknown): PackageFinding {
  const disk = diskTrouble(error);
  if (disk) {
    const message = 'The server could not keep this package, so nothing was stored. The package is not at fault.';
    return refused(
      'disk-in-the-way',
      message,
      `${again} Before that, whoever runs Induct has to see to its disk: ${disk}`,
    );
  }
  const message = 'The package could not be taken in because of a fault on our side. Nothing was stored.';
  return refused('import-failed', message, `${again} If it happens again, tell the administrator the time.`);
}
