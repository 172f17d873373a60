package pro.reelsai.editing.music;

/** What plays. Times are seconds from the start, pitches MIDI's note numbers (69 is 440 Hz), strengths 0 to 1. */
final class Instruments {
    private static final Wave WARM = new Wave(1, 0.42, 0.2, 0.1, 0.05, 0.025);
    private static final Wave ROUND = new Wave(1, 0.35, 0.06);
    private static final Wave SINE = new Wave(1);
    private static final Wave BRIGHT = new Wave(1, 0.5, 0.36, 0.2, 0.14, 0.08, 0.05);

    private static final double A4 = 440;
    private static final double DETUNE = 0.0022;

    private final Mix mix;

    Instruments(Mix mix) {
        this.mix = mix;
    }

    /** A soft chord tone that swells, and lets go after its time: two voices a hair apart, one to each side. */
    void pad(double start, double seconds, int pitch, double strength) {
        double attack = Math.min(0.9, seconds * 0.35);
        double release = 1.1;
        double step = frequency(pitch) / Mix.RATE;
        int first = sample(start);
        int count = sample(seconds + release);
        for (int i = 0; i < count; i++) {
            double time = (double) i / Mix.RATE;
            double level = strength * smooth(time / attack) * smooth((seconds + release - time) / release);
            float low = WARM.at(i * step * (1 - DETUNE));
            float high = WARM.at(i * step * (1 + DETUNE));
            float middle = ROUND.at(i * step);
            mix.add(first + i, (float) (level * (0.62 * low + 0.2 * high + 0.4 * middle)), (float)
                    (level * (0.62 * high + 0.2 * low + 0.4 * middle)));
        }
    }

    /**
     * A plucked tone: bright at first, then round, then gone.
     *
     * @param side where it is heard, 0 (left) to 1 (right)
     */
    void pluck(double start, int pitch, double strength, double decay, double side) {
        double step = frequency(pitch) / Mix.RATE;
        int first = sample(start);
        int count = sample(decay * 4);
        double fall = StrictMath.exp(-1 / (decay * Mix.RATE));
        double dull = StrictMath.exp(-1 / (decay * 0.3 * Mix.RATE));
        double level = strength;
        double brightness = 1;
        for (int i = 0; i < count; i++) {
            double attack = Math.min(1, i / (0.004 * Mix.RATE));
            double tone = ROUND.at(i * step) * (1 - 0.5 * brightness) + BRIGHT.at(i * step) * 0.5 * brightness;
            float out = (float) (level * attack * tone);
            mix.add(first + i, out * (float) (1 - 0.7 * side), out * (float) (0.3 + 0.7 * side));
            level *= fall;
            brightness *= dull;
        }
    }

    /** A bass tone. */
    void bass(double start, double seconds, int pitch, double strength) {
        double step = frequency(pitch) / Mix.RATE;
        int first = sample(start);
        int count = sample(seconds + 0.08);
        for (int i = 0; i < count; i++) {
            double time = (double) i / Mix.RATE;
            double level = strength
                    * smooth(time / 0.012)
                    * smooth((seconds + 0.08 - time) / 0.08)
                    * (0.55 + 0.45 / (1 + 4 * time));
            float out = (float) (level * ROUND.at(i * step));
            mix.add(first + i, out, out);
        }
    }

    /** A bass drum: a tone that falls. */
    void kick(double start, double strength) {
        int first = sample(start);
        double phase = 0;
        for (int i = 0; i < sample(0.32); i++) {
            double time = (double) i / Mix.RATE;
            phase += (46 + 95 * StrictMath.exp(-time * 34)) / Mix.RATE;
            float out = (float) (strength * StrictMath.exp(-time * 11) * Math.min(1, time / 0.002) * SINE.at(phase));
            mix.add(first + i, out, out);
        }
    }

    /** A cymbal, or a shaker where it is long: noise without its low half. */
    void hat(double start, double strength, double decay, double side) {
        int first = sample(start);
        Noise noise = new Noise(first + 1);
        float before = 0;
        float earlier = 0;
        for (int i = 0; i < sample(decay * 5); i++) {
            float now = noise.next();
            double time = (double) i / Mix.RATE;
            double level = strength * StrictMath.exp(-time / decay) * Math.min(1, time / 0.003);
            float out = (float) (level * (now - 2 * before + earlier) / 4);
            earlier = before;
            before = now;
            mix.add(first + i, out * (float) (1 - side), out * (float) side);
        }
    }

    /** A clap: three bursts of noise. */
    void clap(double start, double strength) {
        for (int burst = 0; burst < 3; burst++) {
            hat(start + burst * 0.011, strength * (0.6 + 0.2 * burst), burst == 2 ? 0.075 : 0.012, 0.42 + 0.08 * burst);
        }
    }

    private static double frequency(int pitch) {
        return A4 * StrictMath.pow(2, (pitch - 69) / 12.0);
    }

    private static int sample(double seconds) {
        return (int) Math.round(seconds * Mix.RATE);
    }

    /** From 0 to 1 without a corner. */
    private static double smooth(double share) {
        double x = Math.clamp(share, 0, 1);
        return x * x * (3 - 2 * x);
    }

    /** The same noise every time. */
    private static final class Noise {
        private long state;

        Noise(long seed) {
            state = seed * 0x9E3779B97F4A7C15L;
        }

        float next() {
            state = state * 6364136223846793005L + 1442695040888963407L;
            return (state >> 40) / (float) (1 << 23);
        }
    }
}
