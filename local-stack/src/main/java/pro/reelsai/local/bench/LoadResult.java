package pro.reelsai.local.bench;

/**
 * What became of the requests of one load.
 *
 * @param rate answers a second
 * @param answers how many there were
 * @param errors answers other than 2xx, and requests without an answer
 * @param median milliseconds within which half of the answers came
 * @param p99 milliseconds within which 99 in 100 answers came
 */
record LoadResult(double rate, long answers, long errors, double median, double p99) {}
