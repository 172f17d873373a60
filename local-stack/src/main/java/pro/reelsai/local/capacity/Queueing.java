package pro.reelsai.local.capacity;

/** How requests find a process. */
public enum Queueing {
    /** As they do: a process works off the partitions that it owns. */
    PARTITIONS,
    /** As with Kafka's share groups (KIP-932): any process takes the next request, whatever partition it is on. */
    SHARED
}
