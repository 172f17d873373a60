package pro.reelsai.script.writer;

/**
 * A part of a script.
 *
 * @param spoken what is said
 * @param asset the number of the asset that is shown meanwhile, from 1; 0 for the presenter alone
 */
public record Beat(String spoken, int asset) {}
