/** What the codes mean by which the suite calls its failures (FailureCode in common-model), so that nobody has to know them. */
const MEANINGS: Record<string, string> = {
  SCRIPT_REFUSED: 'the script was refused',
  SCRIPT_UNAVAILABLE: 'no script could be written',
  SCRIPT_UNSPEAKABLE: 'the script has nothing to say, or too much for an ad',
  VOICE_UNAVAILABLE: 'the voice could not be made',
  LIPSYNC_COULD_NOT_START: 'the presenter could not be started',
  LIPSYNC_FAILED: 'the presenter could not be made',
  LIPSYNC_CANCELLED: 'the provider called the presenter off',
  ASSET_UNREADABLE: 'one of the pictures or clips cannot be read',
  LAYOUT_UNKNOWN: 'the layout is not there any more',
  EDITING_FAILED: 'the film could not be cut',
  CAPTIONS_FAILED: 'the captions could not be added',
  RENDER_OOM: 'the film took more memory than there was',
  DISK_FULL: 'a disk was full',
  UPLOAD_FAILED: 'a file could not be stored',
  SPEND_LIMIT_REACHED: 'it would have cost more than may be spent',
  TIMED_OUT: 'it took too long',
  PAYMENT_NOT_ALLOWED: 'a replay may not pay a provider',
  EVENT_UNREADABLE: 'a message could not be read',
  INTERNAL: 'something went wrong on our side',
};

/** What a code means, as a part of a sentence; one that is new here is left as it is. */
const meaning = (code: string) => MEANINGS[code] ?? code;

/** What a code means, as a title. */
export function failure(code: string): string {
  const text = meaning(code);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A sentence with what its codes mean in their places. */
export const plain = (sentence: string) => sentence.replace(/\b[A-Z]+(?:_[A-Z]+)*\b/g, meaning);
