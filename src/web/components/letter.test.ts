import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { completeInput, magenta, magna } from '../../../test/fixtures/letter-cases.ts';
import { draftLetter } from '../../domain/letters/draft.ts';
import { everythingSaid } from '../../domain/letters/gate.ts';
import { escapeHtml } from '../html.ts';
import { letterAsHtml } from './letter.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: { 'no-trailing-whitespace': 'off', 'void-style': 'off' },
});

test('[R55] the preview says every word of the letter, in valid HTML', () => {
  for (const policy of [magna, magenta]) {
    for (const [kind, stage] of [
      ['acknowledgement', 1],
      ['response', 2],
      ['refusal', 1],
    ] as const) {
      const { document } = draftLetter(completeInput(kind, stage, policy));
      const markup = String(letterAsHtml(document));
      for (const { text } of everythingSaid(document)) assert.ok(markup.includes(escapeHtml(text)), text);
      const report = validator.validateStringSync(markup);
      assert.deepEqual(
        report.results.flatMap(one => one.messages.map(message => message.message)),
        [],
      );
    }
  }
});

test('markup in anybody’s words is words', () => {
  const { document } = draftLetter(
    completeInput('update', 1, magna, { free: { news: '<script>alert(1)</script>\nand "more"' } }),
  );
  const markup = String(letterAsHtml(document));
  assert.ok(!markup.includes('<script'));
  assert.match(markup, /&lt;script&gt;alert\(1\)&lt;\/script&gt;<br>and &quot;more&quot;/);
});

test('headings go one level at a time from the level the page asks for', () => {
  const { document } = draftLetter(completeInput('response', 1, magenta));
  for (const top of [1, 2, 3] as const) {
    const levels = [...String(letterAsHtml(document, top)).matchAll(/<h(\d)/g)].map(found => Number(found[1]));
    assert.equal(levels[0], top);
    assert.ok(
      levels.every((level, at) => level >= top && level <= top + 2 && level - (levels[at - 1] ?? top) <= 1),
      levels.join(),
    );
  }
});
