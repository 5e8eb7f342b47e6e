/** Formats other than a printed letter in which people are answered (MAG-06, MGL-32), and how long each takes to make. */
import type { Span } from './spans.ts';

export const AGREED_FORMATS = ['braille', 'language', 'easy-read', 'audio', 'sign-language'] as const;
export type AgreedFormat = (typeof AGREED_FORMATS)[number];

/** Each in words, as it stands within a sentence. */
export const FORMAT_NAMES: Record<AgreedFormat, string> = {
  braille: 'braille',
  language: 'their own language',
  'easy-read': 'easy read',
  audio: 'audio',
  'sign-language': 'British Sign Language',
};

/** How long a format takes to be made, with the reason for the figure. */
export type FormatLeadTime = Span & { format: AgreedFormat; why: string };
