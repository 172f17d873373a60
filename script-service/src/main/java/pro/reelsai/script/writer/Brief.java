package pro.reelsai.script.writer;

import pro.reelsai.model.Product;
import pro.reelsai.model.VideoConfiguration;

/**
 * What a script should be.
 *
 * @param product what it is for
 * @param configuration how long it is, whom it speaks to, what it asks for
 * @param seed tells variants apart: the same seed writes the same script
 */
public record Brief(Product product, VideoConfiguration configuration, long seed) {}
