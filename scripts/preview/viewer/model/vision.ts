/** Ways of seeing the pages: as they are, without colour, and as somebody sees them who lacks one kind of cones. */
export const visions = ['colour', 'grey', 'protanopia', 'deuteranopia', 'tritanopia'] as const;
export type Vision = (typeof visions)[number];

/** Red, green and blue of what is seen, each from red, green and blue of what is there, in linear light. */
export type ColourMatrix = readonly [ColourRow, ColourRow, ColourRow];
export type ColourRow = readonly [number, number, number];

/** Relative luminance in every channel (Rec. ITU-R BT.709). */
const luminance: ColourRow = [0.2126, 0.7152, 0.0722];

/**
 * Grey by luminance; the deficiencies by the tables for severity 1 of Machado, Oliveira and Fernandes, “A physiologically-based
 * model for simulation of color vision deficiency”, IEEE TVCG 15 (2009) 6. Its authors hold that for tritanopia to be approximate.
 */
export const visionMatrices: Readonly<Record<Exclude<Vision, 'colour'>, ColourMatrix>> = {
  grey: [luminance, luminance, luminance],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
