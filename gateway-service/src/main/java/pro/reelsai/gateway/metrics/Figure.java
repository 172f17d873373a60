package pro.reelsai.gateway.metrics;

/**
 * One number of the suite.
 *
 * @param name the metric, such as {@code reels.runs}
 * @param first the value of its first label, such as a state
 * @param second the value of its second label; empty where it has one label alone
 * @param value the number, in the unit that the metric's name says
 */
record Figure(String name, String first, String second, double value) {}
