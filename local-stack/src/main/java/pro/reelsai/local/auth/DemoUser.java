package pro.reelsai.local.auth;

import java.util.UUID;

/** The one user whom a local stack signs in. Whoever reaches the stack is on this machine, so the password is no secret. */
public final class DemoUser {
    /** Who it is; {@code ./reels token} makes tokens of the same user. */
    public static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

    static final String EMAIL = "demo@reelsai.local";
    static final String PASSWORD = "demo";

    private DemoUser() {}
}
