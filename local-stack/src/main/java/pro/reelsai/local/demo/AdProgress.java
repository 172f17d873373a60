package pro.reelsai.local.demo;

/** Is told how an ad gets on. */
public interface AdProgress {
    /** Something was done, in words. */
    void step(String what);

    /** The ad is being made; called again and again. */
    void making(StatusReport report);
}
