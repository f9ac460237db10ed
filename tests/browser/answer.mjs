// Fills in a page of questions by keyboard alone: "yes" to every group, NAME in the first line of the last part.
//
//   node answer.mjs NODE_MODULES CHROMIUM PAGE NAME
//
// Prints one JSON object: the address that the page opens for the answers, how many stops of the Tab key there were, and
// those at which nothing showed where the focus was.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, executablePath, file, name] = process.argv.slice(2);
const require = createRequire(join(modules, 'any.js'));
const stop = () => {
  const { tagName, type = '', id = '' } = document.activeElement;
  return { tag: tagName, type, id, outlined: getComputedStyle(document.activeElement).outlineStyle !== 'none' };
};

const browser = await require('puppeteer').launch({ executablePath, timeout: 60000, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
try {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
  const opened = new Promise(done => browser.once('targetcreated', done));
  const unseen = [];
  let stops = 0;
  for (; stops < 1000; stops += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(stop);
    if (!at.outlined) unseen.push(`${at.tag} ${at.id}`);
    if (at.type === 'radio') await page.keyboard.press('Space');
    if (at.id === 'name') await page.keyboard.type(name);
    if (at.tag === 'BUTTON') break;
  }
  await page.keyboard.press('Enter');
  const target = await opened;
  console.log(JSON.stringify({ address: target.url() || (await (await target.page()).url()), stops, unseen }));
} finally {
  await browser.close();
}
