// Makes a browser's picture small: at most 256 colours, the most frequent kept as they are, the others drawn in their nearest.
// Reads only what Chromium writes: 8 bits a channel, RGB or RGBA, not interlaced.
import { crc32, deflateSync, inflateSync } from "node:zlib";

/** The pixels of a PNG as 24-bit numbers, row by row. */
function read(png) {
  const [width, height, depth, kind, interlaced] = [png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25], png[28]];
  const step = { 2: 3, 6: 4 }[kind];
  if (depth !== 8 || step === undefined || interlaced !== 0) throw new Error("not a picture of a browser");
  const parts = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const raw = inflateSync(Buffer.concat(parts));
  const line = width * step;
  const pixels = new Uint32Array(width * height);
  let above = Buffer.alloc(line);
  for (let y = 0; y < height; y += 1) {
    const from = y * (line + 1);
    const row = raw.subarray(from + 1, from + 1 + line);
    unfilter(raw[from], row, above, step);
    for (let x = 0; x < width; x += 1) pixels[y * width + x] = (row[x * step] << 16) | (row[x * step + 1] << 8) | row[x * step + 2];
    above = row;
  }
  return { width, height, pixels };
}

/** Undoes a row's filter (PNG specification, third edition, section 9). */
function unfilter(filter, row, above, step) {
  for (let i = 0; i < row.length; i += 1) {
    const [left, up, corner] = [i < step ? 0 : row[i - step], above[i], i < step ? 0 : above[i - step]];
    if (filter === 1) row[i] += left;
    else if (filter === 2) row[i] += up;
    else if (filter === 3) row[i] += (left + up) >> 1;
    else if (filter === 4) {
      const guess = left + up - corner;
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
      row[i] += a <= b && a <= c ? left : b <= c ? up : corner;
    }
  }
}

const FREQUENT = 128;
const apart = (a, b) => ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;

function chunk(name, body) {
  const out = Buffer.alloc(12 + body.length);
  out.writeUInt32BE(body.length, 0);
  out.write(name, 4, "latin1");
  body.copy(out, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + body.length)), 8 + body.length);
  return out;
}

/** The most frequent colours as they are, then those that would be changed most: a small red sign stays red. */
function paletteOf(byCount) {
  const palette = byCount.slice(0, FREQUENT).map(([colour]) => colour);
  const rest = byCount.slice(FREQUENT).map(([colour, count]) => ({ colour, count, off: Math.min(...palette.map((it) => apart(it, colour))) }));
  while (palette.length < 256 && rest.length > 0) {
    const worst = rest.reduce((a, b) => (b.off * Math.sqrt(b.count) > a.off * Math.sqrt(a.count) ? b : a));
    if (worst.off === 0) break;
    palette.push(worst.colour);
    for (const it of rest) it.off = Math.min(it.off, apart(it.colour, worst.colour));
  }
  return palette;
}

/** The same picture with a palette; the same bytes for the same pixels. */
export function smaller(png) {
  const { width, height, pixels } = read(png);
  const often = new Map();
  for (const it of pixels) often.set(it, (often.get(it) ?? 0) + 1);
  const palette = paletteOf([...often].sort((a, b) => b[1] - a[1] || a[0] - b[0]));
  const place = new Map(palette.map((colour, at) => [colour, at]));
  const nearest = (colour) => palette.reduce((best, it, at) => (apart(it, colour) < apart(palette[best], colour) ? at : best), 0);
  for (const colour of often.keys()) if (!place.has(colour)) place.set(colour, nearest(colour));
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = place.get(pixels[y * width + x]);
  const head = Buffer.from(png.subarray(16, 29));
  head[9] = 3; // a palette
  head[8] = 8;
  const colours = Buffer.from(palette.flatMap((it) => [it >> 16, (it >> 8) & 255, it & 255]));
  return Buffer.concat([png.subarray(0, 8), chunk("IHDR", head), chunk("PLTE", colours), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}
