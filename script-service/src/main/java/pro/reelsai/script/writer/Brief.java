package pro.reelsai.script.writer;

import java.util.List;
import pro.reelsai.model.Asset;
import pro.reelsai.model.Product;
import pro.reelsai.model.VideoConfiguration;

/**
 * What a script should be.
 *
 * @param product what it is for
 * @param configuration how long it is, whom it speaks to, what it asks for
 * @param assets what can be shown while it is spoken
 * @param seed tells variants apart: the same seed writes the same script
 */
public record Brief(Product product, VideoConfiguration configuration, List<Asset> assets, long seed) {
    public Brief {
        assets = List.copyOf(assets);
    }
}
