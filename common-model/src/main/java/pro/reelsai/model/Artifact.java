package pro.reelsai.model;

/** The files that stages hand to one another, by the name under which a {@link StageOutput} lists them. */
public enum Artifact {
    /** The speech as mp3. */
    SPEECH,
    /** When every word and phone is spoken: {@link SpeechMarks} as JSON. */
    WORDS,
    /** The actor speaking, without sound. */
    LIPSYNC_VIDEO,
    /** Actor and assets composed, with the final sound, before captions. */
    COMPOSITE_VIDEO,
    /** The composite small and in H.264, for a browser, which shows no picture of the composite's codec. Not in one pass. */
    PREVIEW_VIDEO,
    /** What is on screen when, as JSON, in place of the composite: the caption stage draws both in one pass. */
    TIMELINE,
    /** The final sound, beside the timeline. */
    SOUND,
    /** The captions as Advanced SubStation Alpha. */
    CAPTIONS_ASS,
    /** The captions as SubRip. */
    CAPTIONS_SRT,
    /** The captions as WebVTT. */
    CAPTIONS_VTT,
    /** The finished ad. */
    FINAL_VIDEO
}
