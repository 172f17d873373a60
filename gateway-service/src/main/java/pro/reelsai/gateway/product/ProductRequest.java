package pro.reelsai.gateway.product;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.text.PlainText;
import pro.reelsai.gateway.platform.text.WebAddress;

/**
 * What a user says of a product.
 *
 * @param name its name
 * @param description what it is and does
 * @param productLink where to buy it, a web address; may be left out
 */
@Schema(name = "ProductRequest")
public record ProductRequest(
        @NotBlank @Size(max = 200) @PlainText String name,
        @NotBlank @Size(max = 5000) @PlainText String description,

        @Nullable @Size(max = 2000) @WebAddress String productLink) {}
