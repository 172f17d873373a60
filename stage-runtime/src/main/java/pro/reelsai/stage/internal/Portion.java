package pro.reelsai.stage.internal;

/**
 * A job that is one of several for the same request: one for every shape of the ad.
 *
 * @param number which of them, from 1
 * @param of how many there are, from 1
 */
record Portion(int number, int of) {
    /** How much of the request is done when this much of the job is, both 0 to 100. */
    int percent(int ofJob) {
        return ((number - 1) * 100 + Math.clamp(ofJob, 0, 100)) / of;
    }

    /** What is being done, and for which of several. */
    String detail(String what) {
        return of == 1 ? what : "%s (%d of %d)".formatted(what, number, of);
    }
}
