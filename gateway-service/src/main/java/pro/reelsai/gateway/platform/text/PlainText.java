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
import org.jspecify.annotations.Nullable;

/**
 * Text without control characters other than line breaks and tabs, and without halves of surrogate pairs. PostgreSQL
 * stores no NUL, and nobody can read, speak or draw the rest.
 */
@Documented
@Target({FIELD, PARAMETER, RECORD_COMPONENT, TYPE_USE})
@Retention(RUNTIME)
@Constraint(validatedBy = PlainText.Check.class)
public @interface PlainText {
    /** What the user is told. */
    String message() default "must not contain control characters";

    /** As Bean Validation asks. */
    Class<?>[] groups() default {};

    /** As Bean Validation asks. */
    Class<? extends Payload>[] payload() default {};

    /** The rule. */
    class Check implements ConstraintValidator<PlainText, String> {
        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || text.codePoints().allMatch(Check::isReadable);
        }

        private static boolean isReadable(int c) {
            return switch (Character.getType(c)) {
                case Character.CONTROL -> c == '\n' || c == '\r' || c == '\t';
                case Character.SURROGATE, Character.UNASSIGNED -> false;
                default -> true;
            };
        }
    }
}
