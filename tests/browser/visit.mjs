// Visits web pages in a headless Chromium that cannot reach beyond this machine, as different readers do.
//
//   node visit.mjs NODE_MODULES CHROMIUM SHOTS PAGE…
//
// Prints one JSON object a line for every page and way of looking: addresses asked for, width of the page against that
// of the window, what axe-core finds, and what the keyboard meets. SHOTS is a folder for pictures, or "-" for none.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, executablePath, shots, ...files] = process.argv.slice(2);
const require = createRequire(join(modules, 'any.js'));
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// WCAG 1.4.12; 400 % of 1280 px is 320 px (WCAG 1.4.10).
const SPACED = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';
const WAYS = [
  { way: 'light', width: 1280, scheme: 'light' },
  { way: 'dark', width: 1280, scheme: 'dark' },
  { way: 'narrow', width: 320, scheme: 'light' },
  { way: 'narrow-dark', width: 320, scheme: 'dark' },
  { way: 'spaced', width: 320, scheme: 'light', style: SPACED },
  { way: 'contrast', width: 1280, scheme: 'light', more: { 'prefers-contrast': 'more' } },
  { way: 'forced', width: 1280, scheme: 'dark', more: { 'forced-colors': 'active' } },
];

const focused = () => {
  const { tagName, textContent, href } = document.activeElement;
  const { width, height } = document.activeElement.getBoundingClientRect();
  const { outlineStyle } = getComputedStyle(document.activeElement);
  return { tag: tagName, text: textContent, href: href ?? '', width, height, outlined: outlineStyle !== 'none' };
};

async function looked(browser, file, { width, scheme, style, way, more }) {
  const page = await browser.newPage();
  const asked = [];
  try {
    await page.setRequestInterception(true);
    page.on('request', request => {
      asked.push(request.url());
      return /^(file|data):/.test(request.url()) ? request.continue() : request.abort();
    });
    await page.setViewport({ width, height: 900 });
    const session = await page.createCDPSession();
    const features = Object.entries({ 'prefers-color-scheme': scheme, ...more }).map(([name, value]) => ({ name, value }));
    await session.send('Emulation.setEmulatedMedia', { features });
    await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
    if (style) await page.addStyleTag({ content: style });
    if (shots !== '-') await page.screenshot({ path: join(shots, `${basename(file)}-${way}.png`), fullPage: true });
    await page.evaluate('document.querySelectorAll("details").forEach(one => { one.open = true })');
    const sizes = await page.evaluate(() => ({ page: document.documentElement.scrollWidth, window: innerWidth }));
    await page.evaluate(axeSource);
    const runOnly = { type: 'tag', values: TAGS };
    const found = await page.evaluate(options => globalThis.axe.run(document, options), { runOnly });
    const named = rules => rules.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target.join(' ')}`));
    await page.keyboard.press('Tab');
    const first = await page.evaluate(focused);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const behind = await page.evaluate(() => document.activeElement.closest('header') === null);
    return { asked, ...sizes, passes: found.passes.length, violations: named(found.violations), incomplete: named(found.incomplete), first, behind };
  } finally {
    await page.close();
  }
}

const browser = await require('puppeteer').launch({
  executablePath,
  timeout: 60000,
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking', '--host-resolver-rules=MAP * ~NOTFOUND'],
});
try {
  for (const file of files) {
    for (const way of WAYS) {
      const answer = await looked(browser, file, way).catch(fault => ({ fault: String(fault) }));
      console.log(JSON.stringify({ file, way: way.way, ...answer }));
    }
  }
} finally {
  await browser.close();
}
