import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runPath, widthOf } from './squares.ts';

test('一格一个名额，六格一列，从上往下', () => {
  assert.equal(widthOf(13), 18);
  assert.equal(runPath(0, 12), 'M0 0h12v36h-12z');
  assert.equal(runPath(4, 9), 'M0 24h6v12h-6zM6 0h6v36h-6zM12 0h6v6h-6z');
  assert.equal(runPath(7, 2), 'M6 6h6v12h-6z');
  assert.equal(runPath(3, 0), '');
});
