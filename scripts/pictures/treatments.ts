import { visionMatrices } from '../preview/viewer/model/vision.ts';
import type { Picture } from './picture.ts';

/** Ways to look at a picture: as it is, without colour, and as somebody sees it who has no cones for green. */
export const treatments = ['colour', 'grey', 'deuteranopia'] as const;
export type Treatment = (typeof treatments)[number];

/** A picture as it is seen under a treatment. */
export function treated(picture: Picture, treatment: Treatment): Picture {
  if (treatment === 'colour') return picture;
  const matrix = visionMatrices[treatment];
  const pixels = Uint8Array.from(picture.pixels);
  for (let at = 0; at < pixels.length; at += 4) {
    const light = [0, 1, 2].map((channel) => linear[pixels[at + channel] ?? 0] ?? 0);
    matrix.forEach((row, channel) => {
      pixels[at + channel] = encoded(row.reduce((sum, weight, index) => sum + weight * (light[index] ?? 0), 0));
    });
  }
  return { ...picture, pixels };
}

/** Linear light of each byte (IEC 61966-2-1, sRGB). */
const linear = Float64Array.from({ length: 256 }, (_, byte) => {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

function encoded(light: number): number {
  const value = light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
  return Math.round(Math.min(1, Math.max(0, value)) * 255);
}
