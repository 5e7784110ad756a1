import { startAlone } from '@induct/platform';
import { LIBS } from '../../libs';
import { createCourseService } from './app';

void startAlone({
  libs: LIBS,
  create: createCourseService,
  port: 'CONTENT_PORT',
  ready: (config) => `The course service is at ${config.CONTENT_ORIGIN}`,
});
