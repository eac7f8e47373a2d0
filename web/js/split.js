// The wasm module for hosts that don't compress: a gzip file of what cmd/bundle/split.go has sorted for it, where its form is told.

const HEAD = 256, PREFIX = 2, COUNT = 3, SIZE = 4; // numbers of 32 bits; what three of them tell

// fromSplit answers with the module, null where the file is not there or not whole; progress(share) is called while it arrives.
export async function fromSplit(url, size, progress) {
  try {
    const answer = await fetch(url);
    if (!answer.ok) return null;
    const unpacked = answer.headers.get("Content-Encoding") ? answer.body : answer.body.pipeThrough(new DecompressionStream("gzip"));
    let seen = 0;
    const parts = unpacked.pipeThrough(new TransformStream({
      transform(chunk, out) {
        seen += chunk.byteLength;
        progress(Math.min(1, seen / size));
        out.enqueue(chunk);
      },
    }));
    return new Response(joined(new Uint8Array(await new Response(parts).arrayBuffer()), size));
  } catch {
    return null;
  }
}

// joined puts the parts together to a module of that size.
export function joined(parts, size) {
  const head = new DataView(parts.buffer, parts.byteOffset);
  const told = (i) => head.getUint32(4 * i, true);
  const at = []; // how far each part is used up
  let next = 4 * HEAD;
  for (let i = 0; i < HEAD; i++) {
    at[i] = next;
    if (i < PREFIX || i > SIZE) next += told(i);
  }
  if (next !== parts.length || told(SIZE) !== size) throw new RangeError("the file is not whole");
  const rest = at[PREFIX]; // where part 1 ends
  const out = new Uint8Array(size);
  let o = 0;
  const copy = (part, n) => {
    out.set(parts.subarray(at[part], at[part] + n), o);
    at[part] += n;
    o += n;
  };
  const leb = (part) => {
    let value = 0, shift = 0, b;
    do {
      b = out[o++] = parts[at[part]++];
      value |= (b & 127) << shift;
      shift += 7;
    } while (b > 127);
    return value;
  };
  copy(1, told(PREFIX));
  for (let f = told(COUNT); f > 0; f--) {
    const size = leb(1), end = o + size;
    for (let n = leb(1); n > 0; n--) {
      leb(1);
      copy(1, 1);
    }
    while (o < end) {
      const op = out[o++] = parts[at[0]++], part = op < 0x0c || (op >= 0x20 && op < 0x28) ? 0 : op;
      if (op === 0x0e) for (let n = leb(part) + 1; n > 0; n--) leb(part);
      else if (op === 0x43 || op === 0x44) copy(part, op === 0x43 ? 4 : 8);
      else if (op === 0xfc) copy(part, { 10: 2, 11: 1 }[leb(part)] ?? 0);
      else if ((op >= 0x28 && op <= 0x3e) || op === 0x11) leb(part), leb(part);
      else if ((op >= 2 && op <= 4) || op === 0x0c || op === 0x0d || op === 0x10 || (op >= 0x20 && op <= 0x24) || (op >= 0x3f && op <= 0x42)) leb(part);
    }
  }
  copy(1, rest - at[1]);
  return out;
}
