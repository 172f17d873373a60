package pro.reelsai.stage;

/** The database did not do what it was asked; it may do so later, so whatever came of it is tried again. */
public final class DatabaseAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param cause what the database, or the way to it, said
     */
    public DatabaseAwayException(Throwable cause) {
        super("The database does not answer: " + cause.getMessage(), cause);
    }
}
