package pro.reelsai.gateway.notification;

import io.smallrye.mutiny.Uni;

/** A way to tell somebody. */
interface Channel {
    /** Its name in the database. */
    String name();

    /** Sends a message; never fails, the outcome says how it went. */
    Uni<Outcome> send(Message message);
}
