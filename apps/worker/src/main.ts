import { createApplication, startAlone } from '@induct/platform';
import { LIBS } from '../../libs';
import { WorkerModule } from './worker.module';

/** The worker alone, with its health page on WORKER_PORT. */
void startAlone({
  libs: LIBS,
  create: (config, database) =>
    createApplication(WorkerModule.with(config, database), config, { origin: `http://${config.HOST}` }),
  port: 'WORKER_PORT',
  ready: ({ HOST, WORKER_PORT }) => `The worker is ready: http://${HOST}:${WORKER_PORT}/health`,
});
