// PNG pictures of at most 256 colours: a picture of a page has few, and is a third of the size then.

import { crc32, deflateSync } from "node:zlib";

// palette gives the PNG again with its commonest 256 colours, every other one replaced by the nearest of them. A page of the browser unpacks it.
export async function palette(page, png) {
  const { width, height, colours, pixels } = await page.evaluate(reduce, png.toString("base64"));
  const raw = Buffer.from(pixels, "base64");
  const rows = Buffer.alloc((width + 1) * height); // each row begins with the number of its filter: 0 is none
  for (let y = 0; y < height; y++) raw.copy(rows, y * (width + 1) + 1, y * width, (y + 1) * width);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8); // 8 bits a pixel, of a palette
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head), chunk("PLTE", Buffer.from(colours.flat())), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0)),
  ]);
}

// chunk is a part of a PNG file: its length, name, contents and their checksum (PNG, section 5.3).
function chunk(name, data) {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const out = Buffer.alloc(named.length + 8);
  out.writeUInt32BE(data.length, 0);
  named.copy(out, 4);
  out.writeUInt32BE(crc32(named), named.length + 4);
  return out;
}

// reduce runs in the browser.
async function reduce(base64) {
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext("2d");
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const counts = new Map();
  const keys = new Uint32Array(width * height);
  for (let i = 0; i < keys.length; i++) {
    keys[i] = data[i * 4] << 16 | data[i * 4 + 1] << 8 | data[i * 4 + 2];
    counts.set(keys[i], (counts.get(keys[i]) ?? 0) + 1);
  }
  const parts = (key) => [key >> 16, key >> 8 & 255, key & 255];
  const colours = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 256).map(([key]) => parts(key));
  const nearest = new Map([...counts.keys()].map((key) => {
    const [r, g, b] = parts(key);
    let best = 0, least = Infinity;
    colours.forEach((c, i) => {
      const far = (c[0] - r) ** 2 + (c[1] - g) ** 2 + (c[2] - b) ** 2;
      if (far < least) [best, least] = [i, far];
    });
    return [key, best];
  }));
  let pixels = "";
  for (const key of keys) pixels += String.fromCharCode(nearest.get(key));
  return { width, height, colours, pixels: btoa(pixels) };
}
