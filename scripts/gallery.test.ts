import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { HtmlValidate } from 'html-validate';
import { gallery, galleryUrls } from './gallery.ts';

let app: FastifyInstance;

before(async () => {
  app = await gallery();
});

after(() => app.close());

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // Our own files, under a content policy that allows no others, need no hash beside them.
    'require-sri': 'off',
    // A page's title says what, whose and where; it may be long.
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    // GOV.UK's markup says `role="group"` and `role="region"` where the native element would be read out worse.
    'prefer-native-element': 'off',
  },
});

test('the markup of every component and layout is valid HTML', async () => {
  const wrong: string[] = [];
  for (const url of galleryUrls) {
    const page = await app.inject({ url });
    const { results } = await validator.validateString(page.body);
    for (const { messages } of results) {
      wrong.push(
        ...messages.map(message => `${url} ${message.ruleId}: ${message.message} (${message.selector ?? ''})`),
      );
    }
  }
  assert.equal(wrong.join('\n'), '');
});

test('a form that is sent wrong is valid HTML too, and keeps 100 kB of text, markup and NUL as text', async () => {
  const words = `${'<script>alert("x")</script>'.repeat(4000)}\0ריבוי 🏠`;
  const page = await app.inject({
    method: 'POST',
    url: '/form',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({
      words,
      'received-day': '31',
      'received-month': '2',
      'received-year': '26',
    }).toString(),
  });
  assert.equal(page.statusCode, 422);
  assert.ok(page.body.includes('&lt;/script&gt;ריבוי 🏠</textarea>'));
  assert.ok(!page.body.includes('alert("x")'));
  const { valid } = await validator.validateString(page.body);
  assert.ok(valid);
});
