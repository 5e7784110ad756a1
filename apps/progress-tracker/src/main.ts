import { startAlone } from '@induct/platform';
import { LIBS } from '../../libs';
import { createProgressTracker } from './app';

void startAlone({
  libs: LIBS,
  create: createProgressTracker,
  port: 'TRACKER_PORT',
  ready: (config) => `The progress tracker listens on port ${config.TRACKER_PORT}`,
});
