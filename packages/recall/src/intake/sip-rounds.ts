/**
 * Some SipRounds on the four 64-bit variables in `state`, each as a lower and an upper half: 64-bit integers are
 * slow in JavaScript. A sum's carry is what stands above bit 31.
 */
export function sipRounds(state: Int32Array, count: number): void {
  // One by one: taking a typed array apart by pattern goes through its iterator, and is slow
  let v0l = state[0] ?? 0;
  let v0h = state[1] ?? 0;
  let v1l = state[2] ?? 0;
  let v1h = state[3] ?? 0;
  let v2l = state[4] ?? 0;
  let v2h = state[5] ?? 0;
  let v3l = state[6] ?? 0;
  let v3h = state[7] ?? 0;
  for (let round = 0; round < count; round++) {
    // v0 += v1; v1 = rotl(v1, 13) ^ v0; v0 = rotl(v0, 32)
    let sum = (v0l >>> 0) + (v1l >>> 0);
    v0h = (v0h + v1h + (sum > 0xffffffff ? 1 : 0)) | 0;
    v0l = sum | 0;
    let turned = (v1l << 13) | (v1h >>> 19);
    v1h = ((v1h << 13) | (v1l >>> 19)) ^ v0h;
    v1l = turned ^ v0l;
    turned = v0l;
    v0l = v0h;
    v0h = turned;
    // v2 += v3; v3 = rotl(v3, 16) ^ v2
    sum = (v2l >>> 0) + (v3l >>> 0);
    v2h = (v2h + v3h + (sum > 0xffffffff ? 1 : 0)) | 0;
    v2l = sum | 0;
    turned = (v3l << 16) | (v3h >>> 16);
    v3h = ((v3h << 16) | (v3l >>> 16)) ^ v2h;
    v3l = turned ^ v2l;
    // v0 += v3; v3 = rotl(v3, 21) ^ v0
    sum = (v0l >>> 0) + (v3l >>> 0);
    v0h = (v0h + v3h + (sum > 0xffffffff ? 1 : 0)) | 0;
    v0l = sum | 0;
    turned = (v3l << 21) | (v3h >>> 11);
    v3h = ((v3h << 21) | (v3l >>> 11)) ^ v0h;
    v3l = turned ^ v0l;
    // v2 += v1; v1 = rotl(v1, 17) ^ v2; v2 = rotl(v2, 32)
    sum = (v2l >>> 0) + (v1l >>> 0);
    v2h = (v2h + v1h + (sum > 0xffffffff ? 1 : 0)) | 0;
    v2l = sum | 0;
    turned = (v1l << 17) | (v1h >>> 15);
    v1h = ((v1h << 17) | (v1l >>> 15)) ^ v2h;
    v1l = turned ^ v2l;
    turned = v2l;
    v2l = v2h;
    v2h = turned;
  }
  state[0] = v0l;
  state[1] = v0h;
  state[2] = v1l;
  state[3] = v1h;
  state[4] = v2l;
  state[5] = v2h;
  state[6] = v3l;
  state[7] = v3h;
}
