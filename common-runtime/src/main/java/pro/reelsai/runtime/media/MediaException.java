package pro.reelsai.runtime.media;

/** FFmpeg or ffprobe did not do what was asked. The message names no user's text and may be logged. */
public final class MediaException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What went wrong, as far as a caller decides by it. */
    public enum Reason {
        /** The file is not what it claims to be, or is damaged. */
        UNREADABLE,
        /** The tool ended with an error. */
        FAILED,
        /** The tool did not end in time and was killed. */
        TIMED_OUT,
        /** The disk is full. */
        DISK_FULL,
        /** The tool was killed from outside, as a kernel does that is out of memory. */
        KILLED,
        /** The tool could not be started. */
        NOT_INSTALLED
    }

    private final Reason reason;
    private final String stderrTail;

    MediaException(Reason reason, String message, String stderrTail, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.stderrTail = stderrTail;
    }

    MediaException(Reason reason, String message, String stderrTail) {
        super(message);
        this.reason = reason;
        this.stderrTail = stderrTail;
    }

    /** What went wrong. */
    public Reason reason() {
        return reason;
    }

    /** The last lines that the tool wrote; for operators, never for users. */
    public String stderrTail() {
        return stderrTail;
    }
}
