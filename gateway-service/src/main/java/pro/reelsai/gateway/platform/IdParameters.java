package pro.reelsai.gateway.platform;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pro.reelsai.gateway.platform.problem.ApiProblem;

/** Reads ids in paths strictly: {@link UUID#fromString} alone would take {@code 1-2-3-4-5}. */
@Provider
public class IdParameters implements ParamConverterProvider {
    @Override
    @SuppressWarnings("unchecked") // guarded by the comparison of the types
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type == UUID.class ? (ParamConverter<T>) new Ids() : null;
    }

    private static final class Ids implements ParamConverter<UUID> {
        private static final Pattern CANONICAL = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

        @Override
        public UUID fromString(String value) {
            if (!CANONICAL.matcher(value).matches()) {
                // As a cause: of any other exception than its own the REST layer makes a 404.
                throw new BadRequestException(
                        ApiProblem.badRequest(
                                "The address holds something that is not an id; an id looks like 123e4567-e89b-12d3-a456-426614174000"));
            }
            return UUID.fromString(value);
        }

        @Override
        public String toString(UUID id) {
            return id.toString();
        }
    }
}
