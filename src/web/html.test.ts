import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attrs, classes, escapeHtml, html, isHtml, joinHtml, rawHtml } from './html.ts';

test('what a person typed is never markup', () => {
  const typed = `<script>alert("it's me & you")</script>`;
  assert.equal(
    html`<p>${typed}</p>`.toString(),
    '<p>&lt;script&gt;alert(&quot;it&#39;s me &amp; you&quot;)&lt;/script&gt;</p>',
  );
});

test('a quote in an attribute value cannot end the attribute', () => {
  assert.equal(
    html`<a title="${'" onclick="steal()'}">x</a>`.toString(),
    '<a title="&quot; onclick=&quot;steal()">x</a>',
  );
});

test('a NUL, which HTML forbids, becomes the replacement character', () => {
  assert.equal(html`${'a\0b'}`.toString(), 'a\uFFFDb');
});

test('emoji, right-to-left words and line breaks stay as they are', () => {
  const typed = '🏚️ שלום\nمرحبا';
  assert.equal(html`${typed}`.toString(), typed);
});

test('markup made by the template is not escaped again, and arrays are joined', () => {
  const items = ['one', 'two & three'].map(word => html`<li>${word}</li>`);
  assert.equal(html`<ul>${items}</ul>`.toString(), '<ul><li>one</li><li>two &amp; three</li></ul>');
});

test('null, undefined, false and the empty string leave nothing; zero is a number and stays', () => {
  assert.equal(html`[${null}${undefined}${false}${''}${[null, false]}${0}]`.toString(), '[0]');
});

test('rawHtml is the one way past escaping', () => {
  assert.equal(html`<p>${rawHtml('<b>bold</b>')}</p>`.toString(), '<p><b>bold</b></p>');
});

test('an object that merely looks like markup is not taken for it', () => {
  assert.equal(isHtml({ markup: '<b>bold</b>' }), false);
  assert.equal(isHtml(html`<b>bold</b>`), true);
});

test('attributes: true is the bare name; false, null and undefined leave it out; the rest is escaped', () => {
  const made = attrs({ id: 'a"b', disabled: true, hidden: false, title: undefined, lang: null, rows: 0, value: '' });
  assert.equal(made.toString(), ' id="a&quot;b" disabled rows="0" value=""');
});

test('an attribute name that HTML does not allow is a fault', () => {
  assert.throws(() => attrs({ 'onload=x onclick': 'y' }), /cannot be the name/);
});

test('classes keeps the names that are set', () => {
  assert.equal(classes('a', false, undefined, 'b'), 'a b');
});

test('parts are joined with an escaped separator', () => {
  assert.equal(joinHtml(['a', html`<b>b</b>`], ' & ').toString(), 'a &amp; <b>b</b>');
});

test('text without special characters is handed back as it is', () => {
  assert.equal(escapeHtml('plain words'), 'plain words');
});

test('a hundred thousand characters full of brackets are escaped whole', () => {
  const page = html`${'<'.repeat(100_000)}`.toString();
  assert.equal(page.length, 400_000);
  assert.ok(!page.includes('<'));
});
