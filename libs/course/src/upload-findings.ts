import type { Finding } from '@induct/scorm';
import { refused } from './archive-findings';

const again = 'Upload the file again.';

export function cutOff(): Finding {
  return refused('upload-interrupted', 'The upload was cut off before the whole file had arrived.', again);
}

export function interrupted(): Finding {
  const message = 'The service was restarted while the package was being taken in. Nothing was stored.';
  return refused('import-interrupted', message, 'Upload it again.');
}

export function importFailed(): Finding {
  const message = 'The package could not be taken in because of a fault on our side. Nothing was stored.';
  return refused('import-failed', message, `${again} If it happens again, tell the administrator the time.`);
}
