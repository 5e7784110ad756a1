import { PreviewPlayer } from './preview/preview-player';
import { SCORM_2004 } from './run-time/dialect';
import { makeEngine2004 } from './run-time/engine-2004';
import { readPreviewState } from './preview/preview-state';

new PreviewPlayer(readPreviewState(), SCORM_2004, makeEngine2004);
