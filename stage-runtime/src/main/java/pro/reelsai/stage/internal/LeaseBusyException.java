package pro.reelsai.stage.internal;

/** Another job makes the same output just now. */
final class LeaseBusyException extends Exception {
    private static final long serialVersionUID = 1L;
}
