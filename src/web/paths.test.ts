import assert from 'node:assert/strict';
import { test } from 'node:test';
import { path, paths, withQuery } from './paths.ts';

test('a path fills its parts in and keeps its pattern for the router', () => {
  assert.equal(paths.case({ reference: 'K7QF-2MXA' }), '/cases/K7QF-2MXA');
  assert.equal(paths.case.pattern, '/cases/:reference');
  assert.equal(paths.myWork(), '/my-work');
});

test('a part cannot reach out of its place in the address', () => {
  const two = path('/a/:first/b/:second');
  assert.equal(two({ first: '../x?y', second: 'ü/#' }), '/a/..%2Fx%3Fy/b/%C3%BC%2F%23');
});

test('a query leaves empty values out and repeats a list', () => {
  assert.equal(
    withQuery('/cases', { q: 'mould & damp', stage: ['1', '2'], page: undefined, late: false, n: 0 }),
    '/cases?q=mould%20%26%20damp&stage=1&stage=2&n=0',
  );
  assert.equal(withQuery('/cases', { q: '' }), '/cases');
});
