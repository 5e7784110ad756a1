import type { FromModule } from './dispatch/messages';

const message: FromModule = { induct: 'closed' };
window.parent.postMessage(message, '*');
