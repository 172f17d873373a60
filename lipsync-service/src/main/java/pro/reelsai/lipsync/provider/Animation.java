package pro.reelsai.lipsync.provider;

/** What came of a {@link Scene}: a video, or the news that there will be one later. */
public sealed interface Animation permits AnimatedActor, Awaited {}
