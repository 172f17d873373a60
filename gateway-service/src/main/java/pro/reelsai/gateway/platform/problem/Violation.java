package pro.reelsai.gateway.platform.problem;

/**
 * One field that breaks a rule.
 *
 * @param field its name in the request
 * @param message the rule, in words
 */
public record Violation(String field, String message) {}
