package pro.reelsai.local.capacity;

import pro.reelsai.model.Stage;

/**
 * What was seen of a stage.
 *
 * @param stage the stage
 * @param waits how long its requests waited for a process
 * @param utilization which part of the processes' time was spent working
 * @param processes how many there were on average
 * @param mostProcesses how many there were at most
 * @param longestQueue how many requests waited at most
 */
public record SimulatedStage(
        Stage stage, Spread waits, double utilization, double processes, int mostProcesses, int longestQueue) {}
