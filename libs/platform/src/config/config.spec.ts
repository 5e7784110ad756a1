import { ConfigInvalid, readConfig } from './config';

const DATABASE_URL = 'postgres://induct@127.0.0.1/induct';

describe('the settings', () => {
  it('need only a database', () => {
    expect(readConfig({ DATABASE_URL, PORT: '4000' })).toMatchObject({
      PORT: 4000,
      CONTENT_PORT: 4001,
      SITE_ORIGIN: 'http://localhost:4000',
      CONTENT_ORIGIN: 'http://127.0.0.1:4001',
      DEMO: false,
    });
  });

  it('are all named at once when several are wrong', () => {
    const wrong = () => readConfig({ PORT: 'abc', SITE_ORIGIN: 'members.example/', DEMO: 'perhaps' });
    expect(wrong).toThrow(ConfigInvalid);
    expect(wrong).toThrow(/DATABASE_URL is not set, but is needed\n/);
    expect(wrong).toThrow(/PORT: must be a port number \(it is "abc"\)\n/);
    expect(wrong).toThrow(/SITE_ORIGIN: must be an origin .+\n/);
    expect(wrong).toThrow(/DEMO: must be true or false/);
  });

  it('never repeat the password of the database', () => {
    expect(() => readConfig({ DATABASE_URL: 'mysql://induct:secret@db/induct' })).toThrow(/^(?!.*secret)/s);
  });

  it.each([
    ['SMTP_URL', 'mail://relay:pa55word@mail.example'],
    ['SMTP_URL', 'smtp://relay:pa55word#@mail.example'],
    ['NOTIFY_API_KEY', 'our-key-pa55word'],
    ['DATABASE_URL', 'postgres://induct:pa55word/@db:port/induct'],
    ['HEALTH_TOKEN', 'pa55word'],
    ['SITE_ORIGIN', 'https://induct:pa55word@members.example/'],
    ['COUNCIL_NAME', ''],
  ])('never repeat a secret: %s', (name, value) => {
    const told = (() => {
      try {
        return JSON.stringify(readConfig({ DATABASE_URL: 'mysql://x', [name]: value }));
      } catch (error) {
        return String(error);
      }
    })();
    expect(told).toContain(value ? name : 'DATABASE_URL');
    expect(told).not.toContain('pa55word');
  });

  it('believe no proxy, and want TLS of the mail server, unless they say so', () => {
    expect(readConfig({ DATABASE_URL })).toMatchObject({ TRUSTED_PROXIES: [], SMTP_TLS: 'required' });
    expect(readConfig({ DATABASE_URL, TRUSTED_PROXIES: '10.0.0.5 10.1.0.0/16' })).toMatchObject({
      TRUSTED_PROXIES: ['10.0.0.5', '10.1.0.0/16'],
    });
    expect(() => readConfig({ DATABASE_URL, TRUSTED_PROXIES: 'true' })).toThrow(/TRUSTED_PROXIES: must be addresses/);
  });

  it('want one way for letters, and the whole of it', () => {
    const [service, secret, template] = ['1', '2', '3'].map((nth) => `3d844edf-8d35-48ac-975b-e847b4f122b${nth}`);
    const key = `members-area-${service}-${secret}`;
    const told = (settings: Record<string, string>) => {
      try {
        return readConfig({ DATABASE_URL, ...settings });
      } catch (error) {
        return String(error);
      }
    };
    const whole = { NOTIFY_API_KEY: key, NOTIFY_TEMPLATE_ID: template! };
    expect(told(whole)).toMatchObject({ ...whole, NOTIFY_URL: 'https://api.notifications.service.gov.uk' });
    expect(told({ NOTIFY_API_KEY: key })).toMatch(/NOTIFY_TEMPLATE_ID is not set, but is needed/);
    expect(told({ NOTIFY_TEMPLATE_ID: template! })).toMatch(/NOTIFY_API_KEY is not set, but is needed/);
    expect(told({ ...whole, SMTP_URL: 'smtp://mail.example' })).toMatch(/cannot start[^]*take this or SMTP_URL away/);
    expect(told({ ...whole, NOTIFY_URL: 'http://notify.example' })).toMatch(/NOTIFY_URL: must be https/);
    expect(told({ ...whole, NOTIFY_URL: 'http://127.0.0.1:99' })).toMatchObject(whole);
    expect(told({ ...whole, NOTIFY_API_KEY: secret! })).toMatch(/NOTIFY_API_KEY: must be the whole key/);
  });

  it('take a record store whole, and only over a private way', () => {
    const whole = { XAPI_URL: 'https://lrs.example/xapi', XAPI_KEY: 'key', XAPI_SECRET: 'pa55word' };
    const read = (settings: object) => () => readConfig({ DATABASE_URL, ...settings });
    expect(read(whole)()).toMatchObject(whole);
    expect(read({ ...whole, XAPI_SECRET: '' })).toThrow(/XAPI_SECRET is not set, but is needed/);
    expect(read({ ...whole, XAPI_URL: 'http://lrs.example/xapi' })).toThrow(/XAPI_URL: must be https/);
    expect(read({ ...whole, XAPI_URL: 'http://127.0.0.1:99/xapi' })()).toMatchObject({ XAPI_KEY: 'key' });
  });

  it('take the council’s sign-in whole, as the issuer itself, and only over a private way', () => {
    const whole = {
      OIDC_ISSUER: 'https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0',
      OIDC_CLIENT_ID: 'id',
      OIDC_CLIENT_SECRET: 'pa55word',
    };
    const read = (settings: object) => () => readConfig({ DATABASE_URL, ...settings });
    expect(read({})()).toMatchObject({ OIDC_LABEL: 'Sign in with your council account' });
    expect(read(whole)()).toMatchObject(whole);
    expect(read({ ...whole, OIDC_CLIENT_SECRET: '' })).toThrow(/OIDC_CLIENT_SECRET is not set, but is needed/);
    const issuer = (OIDC_ISSUER: string) => read({ ...whole, OIDC_ISSUER });
    expect(issuer('https://id.example/.well-known/openid-configuration')).toThrow(/leave \/\.well-known/);
    expect(issuer('https://login.microsoftonline.com/common/v2.0')).toThrow(/must name your own tenant/);
    expect(issuer('https://login.microsoftonline.com/organizations')).toThrow(/must name your own tenant/);
    expect(issuer('http://id.example')).toThrow(/OIDC_ISSUER: must be https/);
    expect(issuer('http://localhost:99')()).toMatchObject({ OIDC_CLIENT_ID: 'id' });
  });

  it('refuse one origin for the site and for untrusted packages', () => {
    const one = 'http://localhost:3000';
    expect(() => readConfig({ DATABASE_URL, SITE_ORIGIN: one, CONTENT_ORIGIN: one })).toThrow('untrusted code');
  });

  it('refuse in production one host name for both, and the demo', () => {
    const settings = { DATABASE_URL, NODE_ENV: 'production', DEMO: 'true' };
    expect(() =>
      readConfig({ ...settings, SITE_ORIGIN: 'https://a.example', CONTENT_ORIGIN: 'https://a.example:444' }),
    ).toThrow(/DEMO[^]*another host name/);
  });
});
