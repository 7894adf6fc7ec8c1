const scanMark = 0xda;
const application0 = 0xe0;
const adobe = 0xee;
const comment = 0xfe;

/** A JPEG without what cameras and programs write into it (EXIF with place and owner, IPTC, XMP, comments); the picture stays as it is. */
export function stripJpeg(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, 2)];
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    const mark = bytes[at + 1] ?? 0;
    if (mark === scanMark) {
      kept.push(bytes.subarray(at));
      break;
    }
    const length = 2 + bytes.readUInt16BE(at + 2);
    if (!tells(mark)) kept.push(bytes.subarray(at, at + length));
    at += length;
  }
  return Buffer.concat(kept);
}

// JFIF and Adobe say how colours are kept; all other application parts and comments are words about the picture.
const tells = (mark: number): boolean => mark === comment || (mark > application0 && mark <= 0xef && mark !== adobe);

const pngHead = 8;
const pictureChunks = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'pHYs', 'bKGD', 'acTL', 'fcTL', 'fdAT']);

/** A PNG with the chunks of the picture alone: no texts, times or EXIF. */
export function stripPng(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, pngHead)];
  for (let at = pngHead; at + 12 <= bytes.length;) {
    const length = 12 + bytes.readUInt32BE(at);
    if (pictureChunks.has(bytes.toString('latin1', at + 4, at + 8))) kept.push(bytes.subarray(at, at + length));
    at += length;
  }
  return Buffer.concat(kept);
}
