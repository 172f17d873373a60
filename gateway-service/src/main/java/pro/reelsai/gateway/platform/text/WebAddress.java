package pro.reelsai.gateway.platform.text;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address of the web: {@code http} or {@code https}, since the frontend makes a link of it. People leave the scheme
 * out, so a name with a dot in it will do; {@link Check#complete} adds what is missing. Blank is as good as none.
 */
@Documented
@Target({FIELD, PARAMETER, RECORD_COMPONENT, TYPE_USE})
@Retention(RUNTIME)
@Constraint(validatedBy = WebAddress.Check.class)
public @interface WebAddress {
    /** What the user is told. */
    String message() default "must be a web address such as https://example.com";

    /** As Bean Validation asks. */
    Class<?>[] groups() default {};

    /** As Bean Validation asks. */
    Class<? extends Payload>[] payload() default {};

    /** The rule. */
    class Check implements ConstraintValidator<WebAddress, String> {
        private static final Pattern SCHEME = Pattern.compile("(?i)https?://");
        private static final String REST = "(:\\d{1,5})?([/?#][^\\s\\p{Cntrl}<>\"]*)?";
        private static final String NAME = "[^\\s\\p{Cntrl}:/?#@<>\"'\\\\.]+";
        private static final Pattern FULL = Pattern.compile("(?i)https?://" + NAME + "(\\." + NAME + ")*\\.?" + REST);
        private static final Pattern BARE = Pattern.compile(NAME + "(\\." + NAME + ")+" + REST);

        @Override
        public boolean isValid(@Nullable String address, ConstraintValidatorContext context) {
            if (address == null || address.isBlank()) {
                return true;
            }
            String stripped = address.strip();
            return FULL.matcher(stripped).matches() || BARE.matcher(stripped).matches();
        }

        /** The address with its scheme; null where there is none. */
        public static @Nullable String complete(@Nullable String address) {
            if (address == null || address.isBlank()) {
                return null;
            }
            String stripped = address.strip();
            return SCHEME.matcher(stripped).lookingAt() ? stripped : "https://" + stripped;
        }
    }
}
