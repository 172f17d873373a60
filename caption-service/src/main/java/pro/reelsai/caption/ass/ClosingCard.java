package pro.reelsai.caption.ass;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import pro.reelsai.caption.text.CaptionText;
import pro.reelsai.model.StageContext;

/**
 * What an ad ends with: what to do now, and where.
 *
 * @param action the call to action, such as {@code Get yours}
 * @param link where to go, as people write it: without scheme; null where there is none
 */
public record ClosingCard(String action, @Nullable String link) {
    private static final int LONGEST_LINK = 34;

    /** The card of an ad; its action is empty where the user wants none. */
    public static ClosingCard of(StageContext context) {
        return new ClosingCard(
                CaptionText.plain(context.configuration().cta()),
                link(context.product().link()));
    }

    /** Host and path; the host alone where both would be too long to read. */
    private static @Nullable String link(@Nullable String address) {
        if (address == null || address.isBlank()) {
            return null;
        }
        try {
            URI uri = new URI(address.strip());
            String host = uri.getHost();
            if (host == null) {
                return null;
            }
            String bare = host.startsWith("www.") ? host.substring("www.".length()) : host;
            String path = uri.getPath() == null || uri.getPath().equals("/") ? "" : uri.getPath();
            return bare.length() + path.length() <= LONGEST_LINK ? bare + path : bare;
        } catch (URISyntaxException e) {
            // Not an address that anybody could type: the card goes without it.
            return null;
        }
    }
}
