package pro.reelsai.stage;

/** What came of a stage's work. */
public sealed interface StageResult permits MediaResult, ScriptResult, Parked {}
