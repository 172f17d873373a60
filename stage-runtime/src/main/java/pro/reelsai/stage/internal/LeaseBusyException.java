package pro.reelsai.stage.internal;

/** Another job makes the same output just now: there is nothing to do but to look again later. */
final class LeaseBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseBusyException() {
        super("Another job makes the same output", null, false, false);
    }
}
