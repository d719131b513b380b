import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAnchorIndex } from '../../../src/core/anchors/anchorIndex';
import { resolveAnchor } from '../../../src/core/anchors/resolveAnchor';
import { readAnnotationFile } from '../../../src/core/case/readAnnotationFile';
import { createText } from '../../../src/core/text/text';

const caseFolder = process.env['CORROBORATE_REAL_CASE'] ?? '/work/shared/case';

describe('anchors of the case that was annotated by hand', () => {
  it('resolves every quote exactly', function () {
    const folder = join(caseFolder, 'annotations');
    if (!existsSync(folder)) {
      console.log(`      skipped: the case is not on this machine (${caseFolder})`);
      this.skip();
    }
    const unresolved: string[] = [];
    let quotes = 0;
    for (const name of readdirSync(folder)) {
      const { data } = readAnnotationFile(readFileSync(join(folder, name), 'utf8'));
      const index = createAnchorIndex(createText(readFileSync(join(caseFolder, data.source?.text ?? ''), 'utf8')));
      for (const { quote, prefix, suffix } of [...data.mentions, ...data.claims]) {
        if (!quote) continue;
        quotes++;
        const anchor = resolveAnchor(index, { quote: quote.text, prefix: prefix?.text, suffix: suffix?.text });
        if (anchor.state !== 'exact') unresolved.push(`${name} ${quote.span.start}: ${anchor.state}`);
      }
    }
    assert.deepEqual(unresolved, []);
    assert.ok(quotes >= 27, `${quotes} quotes`);
  });
});
