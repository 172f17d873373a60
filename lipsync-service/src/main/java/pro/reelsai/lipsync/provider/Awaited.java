package pro.reelsai.lipsync.provider;

/**
 * The provider works; an open {@link pro.reelsai.stage.call.ProviderCall} says on what. The scene is asked for again later.
 *
 * @param percent how much is done, 0 to 100
 * @param detail what is waited for, in a few words for the user
 */
public record Awaited(int percent, String detail) implements Animation {}
