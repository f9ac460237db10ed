// Asks axe-core about web pages, each opened by its file in a headless Chromium that cannot reach beyond this machine.
//
//   node axe.mjs NODE_MODULES CHROMIUM TAGS PAGE…
//
// Prints one JSON object a line for every page: axe's violations, what it could not decide, and how many rules passed;
// or `fault`, where the page could not be examined.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, executablePath, tags, ...files] = process.argv.slice(2);
const require = createRequire(join(modules, 'any.js'));
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

// What a browser fetches for itself: updates, lists, synchronisation, measurements, and names looked up ahead.
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--dns-prefetch-disable',
  '--metrics-recording-only',
  '--no-first-run',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

async function examined(browser, file) {
  const page = await browser.newPage();
  page.setDefaultTimeout(300000);
  try {
    await page.setRequestInterception(true);
    page.on('request', request => (/^(file|data|blob|about):/.test(request.url()) ? request.continue() : request.abort()));
    await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
    await page.evaluate(axeSource);
    const runOnly = { type: 'tag', values: tags.split(',') };
    const found = await page.evaluate(options => globalThis.axe.run(document, options), { runOnly });
    return {
      version: found.testEngine.version,
      violations: found.violations,
      incomplete: found.incomplete,
      passes: found.passes.length,
    };
  } finally {
    await page.close();
  }
}

const browser = await require('puppeteer').launch({
  executablePath,
  timeout: 300000, // milliseconds, here and below: a busy machine is no fault
  protocolTimeout: 600000,
  args: ['--no-sandbox', '--disable-dev-shm-usage', ...QUIET],
});
try {
  for (const file of files) {
    const answer = await examined(browser, file).catch(fault => ({ fault: String(fault) }));
    console.log(JSON.stringify({ file, ...answer }));
  }
} finally {
  await browser.close();
}
