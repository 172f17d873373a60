package pro.reelsai.stage;

/** What a stage made. */
public sealed interface StageResult permits MediaResult, ScriptResult {}
