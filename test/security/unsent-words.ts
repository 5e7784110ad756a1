import type { Frame, Page } from 'puppeteer';

/** Words that a module saves and the network takes nowhere: the browser keeps them. */
export async function keepOffline({ page, sco }: { page: Page; sco: Frame }, words: string): Promise<void> {
  await page.setOfflineMode(true);
  await sco.evaluate(`api.LMSSetValue('cmi.suspend_data', ${JSON.stringify(words)}); api.LMSCommit('')`);
  await page.waitForSelector('[data-save-state=failed]');
}

/** What of this origin a package can reach, it deletes; an open page keeps its database from being deleted whole. */
export const DELETE_EVERYTHING = `(async () => {
  localStorage.clear();
  const database = await new Promise((done) => { const request = indexedDB.open('induct-journal'); request.onsuccess = () => done(request.result); });
  const clearing = database.transaction('entries', 'readwrite').objectStore('entries').clear();
  await new Promise((done) => { clearing.onsuccess = done; });
  database.close();
  await new Promise((done) => { const request = indexedDB.deleteDatabase('induct-journal'); request.onsuccess = request.onblocked = request.onerror = done; });
})()`;
