package pro.reelsai.caption.ass;

/**
 * Turns seconds into the times of an ASS file so that a change falls on the nearest frame.
 *
 * <p>ASS counts hundredths of a second, which is finer than a frame but never on one; a time in the middle between two
 * frames is the only one that no rounding can move to the wrong frame.
 *
 * @param framesPerSecond frame rate of the video
 */
record FrameClock(int framesPerSecond) {
    /** The frame nearest to a moment. */
    int frame(double seconds) {
        return Math.max(0, (int) Math.round(seconds * framesPerSecond));
    }

    /** The time, in hundredths of a second, from which on a frame and all later ones are meant. */
    int centiseconds(int frame) {
        return frame == 0 ? 0 : (int) Math.round((frame - 0.5) * 100 / framesPerSecond);
    }

    /** The same in ASS's notation, {@code h:mm:ss.cc}. */
    String time(int frame) {
        int cs = centiseconds(frame);
        return "%d:%02d:%02d.%02d".formatted(cs / 360_000, cs / 6_000 % 60, cs / 100 % 60, cs % 100);
    }
}
