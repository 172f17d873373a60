import amara from '../assets/amara.jpg';
import henry from '../assets/henry.jpg';
import leo from '../assets/leo.jpg';
import maya from '../assets/maya.jpg';
import mei from '../assets/mei.jpg';
import russ from '../assets/russ.mp3';
import sally from '../assets/sally.mp3';

/** The cast that every suite brings along has no files in the bucket; these come with the page. */
const FACES: Record<string, string> = {
  'a3d94b10-52e6-4f7c-8b20-000000000001': maya,
  'a3d94b10-52e6-4f7c-8b20-000000000002': leo,
  'a3d94b10-52e6-4f7c-8b20-000000000003': amara,
  'a3d94b10-52e6-4f7c-8b20-000000000004': henry,
  'a3d94b10-52e6-4f7c-8b20-000000000005': mei,
};

const SAMPLES: Record<string, string> = {
  '5f0c2a8e-7d1b-4c3a-9e61-000000000001': sally,
  '5f0c2a8e-7d1b-4c3a-9e61-000000000002': russ,
};

export const faceOf = (actor: string): string | null => FACES[actor] ?? null;
export const sampleOf = (voice: string): string | null => SAMPLES[voice] ?? null;
