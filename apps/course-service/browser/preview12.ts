import { PreviewPlayer } from './preview/preview-player';
import { SCORM_12 } from './run-time/dialect';
import { makeEngine12 } from './run-time/engine-12';
import { readPreviewState } from './preview/preview-state';

new PreviewPlayer(readPreviewState(), SCORM_12, makeEngine12);
