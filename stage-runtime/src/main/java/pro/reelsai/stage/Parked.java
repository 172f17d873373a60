package pro.reelsai.stage;

/**
 * Nothing yet: a provider works, and an open {@link pro.reelsai.stage.call.ProviderCall} says on what. The stage's request is
 * run again once the provider has called back, or at the call's next look.
 *
 * @param percent how much of the stage is done, 0 to 100
 * @param detail what is waited for, in a few words for the user
 */
public record Parked(int percent, String detail) implements StageResult {}
