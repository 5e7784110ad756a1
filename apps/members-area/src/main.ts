import { startAlone } from '@induct/platform';
import { FirstAdministrator } from '@induct/sign-in';
import { LIBS } from '../../libs';
import { createMembersArea } from './app';

void startAlone({
  libs: LIBS,
  create: createMembersArea,
  port: 'PORT',
  ready: async (config, app) => {
    const link = await app.get(FirstAdministrator, { strict: false }).createLink();
    const first = link ? `\nNobody is here yet. Become the first administrator within 24 hours:\n${link}` : '';
    return `The members area is at ${config.SITE_ORIGIN}${first}`;
  },
});
