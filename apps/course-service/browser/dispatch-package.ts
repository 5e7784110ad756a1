import { openModule } from './dispatch-package/open-module';

openModule();
