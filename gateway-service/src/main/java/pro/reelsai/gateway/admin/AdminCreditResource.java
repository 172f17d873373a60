package pro.reelsai.gateway.admin;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.credit.Credits;
import pro.reelsai.gateway.idempotency.Idempotency;
import pro.reelsai.gateway.idempotency.IdempotencyKey;
import pro.reelsai.gateway.platform.auth.CurrentUser;
import pro.reelsai.gateway.platform.text.PlainText;

/** The route by which operators give credits. */
@Path("/api/admin/users/{user_id}/credits")
@RolesAllowed(CurrentUser.OPERATOR)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operators")
public class AdminCreditResource {
    private static final Logger LOG = Logger.getLogger(AdminCreditResource.class);

    private final Credits credits;
    private final Idempotency idempotency;
    private final CurrentUser operator;

    public AdminCreditResource(Credits credits, Idempotency idempotency, CurrentUser operator) {
        this.credits = credits;
        this.idempotency = idempotency;
        this.operator = operator;
    }

    /** Give credits to a user. */
    @POST
    @Operation(summary = "Give credits to a user")
    public Uni<RestResponse<CreditsGranted>> grant(
            @RestPath("user_id") UUID user,
            @RestHeader(IdempotencyKey.HEADER) @Nullable IdempotencyKey key,
            @Valid @NotNull GrantRequest body) {
        String who = operator.name();
        return idempotency.once(key, user, body, CreditsGranted.class, () -> credits.grant(
                        user, body.amount(), body.reason().strip())
                .invoke(left -> LOG.infof("User %s was granted %d credits by %s", user, body.amount(), who))
                .map(left -> new CreditsGranted(user, left)));
    }

    /**
     * What is given.
     *
     * @param amount how many credits
     * @param reason why; the user sees it in the credit history
     */
    @Schema(name = "GrantRequest")
    public record GrantRequest(
            @NotNull @Min(1) @Max(100_000) Integer amount,
            @NotBlank @Size(max = 200) @PlainText String reason) {}

    /**
     * What the user has now.
     *
     * @param userId the user
     * @param credits the balance
     */
    @Schema(name = "CreditsGranted")
    public record CreditsGranted(UUID userId, int credits) {}
}
