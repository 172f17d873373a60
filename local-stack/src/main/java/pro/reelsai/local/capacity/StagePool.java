package pro.reelsai.local.capacity;

import pro.reelsai.model.Stage;

/**
 * The processes of a stage and what a job costs them. A process does one job at a time.
 *
 * @param stage the stage
 * @param seconds how long a job takes on average
 * @param variation the standard deviation of that, as a part of it: 0 where all jobs take equally long, 1 for an exponential
 *     distribution
 * @param partitions of the stage's topic
 * @param least processes at any time
 * @param most processes at any time, at most as many as there are partitions
 */
public record StagePool(Stage stage, double seconds, double variation, int partitions, int least, int most) {
    /** Fails where the numbers make no sense together. */
    public StagePool {
        if (!(seconds > 0) || !(variation >= 0)) {
            throw new IllegalArgumentException(
                    "A job of " + stage.wireName() + " has to take a while, above 0 seconds");
        }
        if (least < 1 || most < least || partitions < most) {
            throw new IllegalArgumentException("%s needs 1 <= least <= most <= partitions, not %d, %d, %d"
                    .formatted(stage.wireName(), least, most, partitions));
        }
    }

    /** How many processes are at work on average, in Erlang. */
    public double load(double jobsPerSecond) {
        return jobsPerSecond * seconds;
    }

    /** How many processes bear a load while at most such a part of their time is spent working. */
    public int needed(double jobsPerSecond, double utilization) {
        return Math.max(1, (int) Math.ceil(load(jobsPerSecond) / utilization));
    }

    /** How many ads a day the most processes bear while at most such a part of their time is spent working. */
    public double wall(double utilization) {
        return most * utilization / seconds * 86_400;
    }
}
