package pro.reelsai.editing.music;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import pro.reelsai.model.MusicBed;

/**
 * Plays a bed to the length of an ad: it begins with the ad, and its last chord falls on a beat and rings out to the end.
 * The same bed of the same length is the same sound, bit by bit.
 */
public final class BedPlayer {
    private static final int BEATS_A_BAR = 4;
    private static final int EIGHTHS_A_BAR = 8;
    private static final int OCTAVE = 12;

    /** How long the last chord rings, in seconds. */
    private static final double ENDING = 2.4;

    private static final double CLAP = 0.5;
    private static final double HAT = 0.28;

    private final Composition song;
    private final double seconds;
    private final Mix dry;
    private final Instruments band;

    private BedPlayer(MusicBed bed, double seconds) {
        this.song = Composition.of(bed);
        this.seconds = seconds;
        this.dry = new Mix((int) Math.round(seconds * Mix.RATE));
        this.band = new Instruments(dry);
    }

    /**
     * Plays.
     *
     * @param seconds how long
     * @param wav where it goes: 48 kHz, stereo, 16 bit
     * @throws IOException if the disk fails
     */
    public static void play(MusicBed bed, double seconds, Path wav) throws IOException {
        BedPlayer player = new BedPlayer(bed, seconds);
        player.play();
        player.dry.add(Room.echo(player.dry), (float) player.song.room());
        player.dry.write(wav);
    }

    private void play() {
        double beat = 60 / song.beatsPerMinute();
        // The last chord begins on a beat: the one that leaves it about the time it needs.
        int beats = Math.max(1, (int) Math.floor((seconds - ENDING) / beat));
        for (int bar = 0; bar * BEATS_A_BAR < beats; bar++) {
            int length = Math.min(BEATS_A_BAR, beats - bar * BEATS_A_BAR);
            bar(song.chords().get(bar % song.chords().size()), bar, bar * BEATS_A_BAR * beat, beat, length);
        }
        end(beats * beat);
    }

    private void bar(List<Integer> chord, int bar, double start, double beat, int beats) {
        for (int pitch : chord.subList(1, chord.size())) {
            band.pad(start, beats * beat, pitch, song.pad());
        }
        double each = BEATS_A_BAR * beat / song.bassPerBar();
        for (int i = 0; i * each < beats * beat - 1e-9; i++) {
            // The weak eighths are lighter, and let the bass drum through.
            double strength = song.bass() * (song.bassPerBar() == EIGHTHS_A_BAR && i % 2 == 0 ? 0.55 : 1);
            band.bass(start + i * each, each * 0.86, chord.getFirst() + OCTAVE, strength);
        }
        for (int i = 0; i < beats * 2; i++) {
            int tone = song.plucks().get(i % EIGHTHS_A_BAR);
            if (tone >= 0 && bar > 0) {
                double accent = i % 4 == 0 ? 1 : 0.75;
                band.pluck(
                        start + i * beat / 2,
                        chord.get(tone) + OCTAVE,
                        song.pluck() * accent,
                        song.ring(),
                        i % 3 / 2.0);
            }
        }
        if (song.drums() > 0) {
            drums(bar, start, beat, beats);
        }
    }

    private void drums(int bar, double start, double beat, int beats) {
        for (int i = 0; i < beats; i++) {
            band.kick(start + i * beat, song.drums());
            band.hat(start + (i + 0.5) * beat, song.drums() * HAT, 0.03, 0.6);
            if (bar > 0 && i % 2 == 1) {
                band.clap(start + i * beat, song.drums() * CLAP);
            }
        }
    }

    private void end(double start) {
        double ring = Math.max(0.5, seconds - start - 1.1);
        for (int pitch : song.last().subList(1, song.last().size())) {
            band.pad(start, ring, pitch, song.pad());
            band.pluck(start + 0.02 * (pitch % 5), pitch + OCTAVE, song.pluck() * 0.8, 0.9, pitch % 3 / 2.0);
        }
        band.bass(start, ring, song.last().getFirst() + OCTAVE, song.bass());
        if (song.drums() > 0) {
            band.kick(start, song.drums());
        }
    }
}
