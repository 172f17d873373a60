package pro.reelsai.local.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A product and what its ad should be like.
 *
 * @param name its name
 * @param description what it does
 * @param productLink where it is sold
 * @param targetAudience whom the ad speaks to
 * @param cta the call to action
 * @param direction how the ad should feel
 */
public record SampleProduct(
        String name,
        String description,
        @JsonProperty("product_link") @Nullable String productLink,
        @JsonProperty("target_audience") String targetAudience,
        String cta,
        String direction) {
    /** A product of the user's own, about which nothing else is known. */
    public static SampleProduct named(String name, String description) {
        return new SampleProduct(
                name,
                description,
                null,
                "People who have waited for something like this",
                "Try " + name + " today",
                "");
    }
}
