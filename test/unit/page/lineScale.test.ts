import assert from 'node:assert/strict';
import type { PageExtent } from '../../../src/core/page/extents';
import { closeUpOf } from '../../../src/webview/lineScale';

describe('close-up of crowded values', () => {
  const at = (low: number | null, high = low): PageExtent => ({ core: [low, high], halo: [low, high] });

  it('takes the values that one far away makes look the same', () => {
    assert.deepEqual(closeUpOf([at(10), at(100_000), at(12)]), [0, 2]);
  });

  it('takes the most different ones of several crowds', () => {
    assert.deepEqual(closeUpOf([at(1), at(2), at(100_000), at(100_001), at(100_003)]), [2, 3, 4]);
  });

  it('goes with open ends, and without values that have no place', () => {
    assert.deepEqual(closeUpOf([null, at(10, null), at(12), at(100_000)]), [1, 2]);
  });

  it('is not needed where all can be told apart, or those that cannot are the same', () => {
    assert.deepEqual(closeUpOf([at(10), at(20), at(30)]), []);
    assert.deepEqual(closeUpOf([at(10), at(10), at(100_000)]), []);
    assert.deepEqual(closeUpOf([null]), []);
  });
});
