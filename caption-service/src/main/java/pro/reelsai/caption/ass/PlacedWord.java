package pro.reelsai.caption.ass;

import pro.reelsai.caption.text.Token;

/**
 * A word at its place in the picture, in pixels.
 *
 * @param token the word
 * @param x its middle
 * @param y its middle: of the highest and lowest that its fonts draw
 * @param width how wide it is drawn
 * @param text what libass draws, escaped, with the commands that choose fonts
 * @param rightToLeft whether it is read from right to left
 */
record PlacedWord(Token token, double x, double y, double width, String text, boolean rightToLeft) {}
