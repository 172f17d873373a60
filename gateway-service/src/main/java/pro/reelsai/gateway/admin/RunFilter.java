package pro.reelsai.gateway.admin;

import jakarta.ws.rs.DefaultValue;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.paging.Cursor;
import pro.reelsai.gateway.platform.paging.Limit;
import pro.reelsai.gateway.platform.problem.ApiProblem;
import pro.reelsai.model.RunState;
import pro.reelsai.model.Stage;

/**
 * Which runs an operator wants to see.
 *
 * @param state those in this state
 * @param stage those whose newest attempt is in this stage, or ended in it
 * @param user those of this user
 * @param before those asked for before this place in the list
 * @param limit how many at once
 */
public record RunFilter(
        @RestQuery @Nullable String state,
        @RestQuery @Nullable String stage,
        @RestQuery @Nullable UUID user,
        @RestQuery @Nullable Cursor before,
        @RestQuery @DefaultValue(Limit.DEFAULT) Limit limit) {
    private static final String IN_STAGE = """
             and exists (select 1 from StageExecutionEntity s
                where s.runId = r.id and s.attempt = r.attempt and s.stage = :stage
                and s.state not in (SUCCEEDED, REUSED))
            """;

    /** The rows as HQL; what callers give is in {@link #parameters()} alone. */
    String query() {
        return "from RunEntity r where true"
                + (state == null ? "" : " and r.state = :state")
                + (stage == null ? "" : IN_STAGE)
                + (user == null ? "" : " and r.userId = :user")
                + (before == null ? "" : " and (r.createdAt, r.id) < (:time, :id)")
                + " order by r.createdAt desc, r.id desc";
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        if (state != null) {
            parameters.put("state", one("state", state, RunState.values()));
        }
        if (stage != null) {
            parameters.put("stage", one("stage", stage, Stage.values()));
        }
        if (user != null) {
            parameters.put("user", user);
        }
        if (before != null) {
            parameters.put("time", before.createdAt());
            parameters.put("id", before.id());
        }
        return parameters;
    }

    private static <E extends Enum<E>> E one(String field, String text, E[] values) {
        return Arrays.stream(values)
                .filter(value -> wire(value).equals(text))
                .findFirst()
                .orElseThrow(() -> ApiProblem.badRequest(field + " is one of "
                        + Arrays.stream(values).map(RunFilter::wire).collect(Collectors.joining(", "))));
    }

    private static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
