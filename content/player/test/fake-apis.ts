export type Standard = 'scorm_12' | 'scorm_2004';

interface Names {
  api: string;
  initialize: string;
  get: string;
  set: string;
  commit: string;
  finish: string;
}

const NAMES: Record<Standard, Names> = {
  scorm_12: {
    api: 'API',
    initialize: 'LMSInitialize',
    get: 'LMSGetValue',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    finish: 'LMSFinish',
  },
  scorm_2004: {
    api: 'API_1484_11',
    initialize: 'Initialize',
    get: 'GetValue',
    set: 'SetValue',
    commit: 'Commit',
    finish: 'Terminate',
  },
};

/** The smallest platform there is: it keeps what it is told and writes down every call. What is wrong is said by breachesIn. */
const bareApi = ({ api, initialize, get, set, commit, finish }: Names) => `
  window.calls = [];
  window.cmi = CMI;
  const answer = (call, result) => { calls.push(call); return result; };
  const count = (list) => new Set(Object.keys(cmi).filter((key) => key.startsWith(list + '.')).map((key) => key.split('.')[2])).size;
  window.${api} = {
    ${initialize}: () => answer(['initialize'], 'true'),
    ${finish}: () => answer(['finish'], 'true'),
    ${commit}: () => answer(['commit'], 'true'),
    ${set}: (element, value) => { cmi[element] = value; return answer(['set', element, value], 'true'); },
    ${get}: (element) => {
      const value = element.endsWith('._count') ? String(count(element.slice(0, -7))) : (cmi[element] ?? '');
      return answer(['get', element, value], value);
    },
  };`;

/** The run-time that real platforms use: it checks every value against the standard. */
const strictApi = ({ api, ...calls }: Names, library: string) => `
  window.calls = [];
  const api = new ${library}({ autocommit: false, logLevel: 5 });
  api.loadFromFlattenedJSON(CMI, 'cmi');
  window.${api} = {};
  for (const name of ${JSON.stringify(Object.values(calls))}) {
    window.${api}[name] = (...args) => {
      const result = api[name](...args);
      const error = (api.LMSGetLastError ?? api.GetLastError).call(api);
      calls.push([name, ...args, String(result), String(error)]);
      return result;
    };
  }`;

export const BARE_API: Record<Standard, string> = {
  scorm_12: bareApi(NAMES.scorm_12),
  scorm_2004: bareApi(NAMES.scorm_2004),
};

export const STRICT_API: Record<Standard, string> = {
  scorm_12: strictApi(NAMES.scorm_12, 'Scorm12API'),
  scorm_2004: strictApi(NAMES.scorm_2004, 'Scorm2004API'),
};
