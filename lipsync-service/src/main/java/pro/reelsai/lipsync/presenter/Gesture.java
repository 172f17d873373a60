package pro.reelsai.lipsync.presenter;

/**
 * A movement that comes and goes: a blink, a nod, raised brows.
 *
 * @param at when it is at its fullest, in seconds
 * @param rise how long it takes to get there, in seconds
 * @param hold how long it stays, in seconds
 * @param fall how long it takes to fade, in seconds
 * @param strength how full it gets, 0 to 1
 */
record Gesture(double at, double rise, double hold, double fall, double strength) {
    /** How full the movement is at a time in seconds, 0 to its strength. */
    double fullness(double time) {
        double sinceFull = time - at;
        double fullness;
        if (sinceFull < 0) {
            fullness = 1 + sinceFull / rise;
        } else {
            fullness = 1 - (sinceFull - hold) / fall;
        }
        double u = Math.clamp(fullness, 0, 1);
        return strength * u * u * (3 - 2 * u);
    }
}
