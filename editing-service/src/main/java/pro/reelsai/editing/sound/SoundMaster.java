package pro.reelsai.editing.sound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import net.bramp.ffmpeg.builder.FFmpegBuilder;
import net.bramp.ffmpeg.builder.FFmpegBuilder.Verbosity;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pro.reelsai.editing.music.BedPlayer;
import pro.reelsai.model.MusicBed;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.FfmpegRun;
import pro.reelsai.runtime.media.MediaException;

/**
 * Makes the ad's sound: the speech, and music under it where some is wanted, at the loudness that the platforms play at, as
 * AAC. What is measured is the encoded sound, because encoding moves peaks; gain and limit are corrected until it is right.
 */
public final class SoundMaster {
    private static final Logger LOG = Logger.getLogger(SoundMaster.class);

    private static final double LOUDNESS_TOLERANCE = 0.3;
    private static final double PEAK_RESERVE = 0.15;
    private static final double MOST_GAIN = 45;
    private static final double LOWEST_LIMIT = -9;
    private static final int TRIES = 4;

    /** Rumble below the voice goes, and the loudest syllables come a little closer to the rest. */
    private static final String VOICE =
            "highpass=f=70,acompressor=threshold=-20dB:ratio=2.5:attack=8:release=120,aresample=48000,"
                    + "aformat=channel_layouts=stereo";

    /** How much quieter than the ad music is where nobody speaks, in LU; while somebody does, it ducks by 10 more. */
    private static final double MUSIC_BELOW = 9;

    private static final double MUSIC_FADE_IN_SECONDS = 0.5;
    private static final double MUSIC_FADE_OUT_SECONDS = 1.2;

    private final Ffmpeg ffmpeg;
    private final SoundTarget target;

    public SoundMaster(Ffmpeg ffmpeg, SoundTarget target) {
        this.ffmpeg = ffmpeg;
        this.target = target;
    }

    /**
     * Makes the sound of an ad.
     *
     * @param speech any sound file
     * @param music what plays under it; null for nothing
     * @param seconds how long the result is; the end is silence
     * @param best where the result goes, an m4a: AAC-LC, 48 kHz, stereo; the tries go beside it
     * @throws MediaException if the speech cannot be decoded, or FFmpeg fails
     * @throws IOException if the disk fails
     * @throws InterruptedException if the stage should stop
     */
    public void master(Path speech, @Nullable MusicBed music, double seconds, Path best)
            throws MediaException, IOException, InterruptedException {
        Loudness raw = measure(speech, VOICE + ",");
        Underlay underlay = music == null ? null : underlay(music, seconds, best.resolveSibling("music.wav"));
        double gain = raw.isSilence() ? 0 : Math.clamp(target.loudness() - raw.integrated(), -MOST_GAIN, MOST_GAIN);
        double limit = target.truePeak() - 2 * PEAK_RESERVE;
        double bestFault = Double.POSITIVE_INFINITY;
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Path tried = best.resolveSibling("sound-" + attempt + ".m4a");
            encode(speech, underlay, tried, seconds, gain, limit);
            Loudness loudness = measure(tried, "");
            double tooQuiet = raw.isSilence() ? 0 : target.loudness() - loudness.integrated();
            double tooHigh = loudness.truePeak() - (target.truePeak() - PEAK_RESERVE);
            double fault = Math.max(0, Math.abs(tooQuiet) - LOUDNESS_TOLERANCE) + Math.max(0, tooHigh) * 2;
            LOG.debugf("Sound with gain %.1f dB, limit %.1f dB: %s", gain, limit, loudness);
            if (fault < bestFault) {
                bestFault = fault;
                Files.move(tried, best, StandardCopyOption.REPLACE_EXISTING);
            }
            if (fault == 0) {
                break;
            }
            gain = Math.clamp(gain + tooQuiet * 1.2, -MOST_GAIN, MOST_GAIN);
            limit = tooHigh > 0 ? Math.max(LOWEST_LIMIT, limit - tooHigh - PEAK_RESERVE) : limit;
        }
    }

    private Loudness measure(Path sound, String before) throws MediaException, InterruptedException {
        FFmpegBuilder command = new FFmpegBuilder()
                .setVerbosity(Verbosity.INFO)
                .addInput(sound)
                .done()
                .addOutput("-")
                .setFormat("null")
                .addExtraArgs("-map", "0:a:0", "-af", before + Loudness.FILTER)
                .done();
        return Loudness.parse(ffmpeg.measure(command, FfmpegRun.of(Duration.ofMinutes(1))));
    }

    /**
     * Music under a speech.
     *
     * @param gain how much louder it has to be, in dB
     */
    private record Underlay(Path file, double gain) {}

    private Underlay underlay(MusicBed music, double seconds, Path wav)
            throws MediaException, IOException, InterruptedException {
        BedPlayer.play(music, seconds, wav);
        return new Underlay(
                wav, target.loudness() - MUSIC_BELOW - measure(wav, "").integrated());
    }

    private void encode(Path speech, @Nullable Underlay underlay, Path sound, double seconds, double gain, double limit)
            throws MediaException, InterruptedException {
        // Four times the samples, so that the limiter sees the peaks between them too.
        String finish = String.format(
                Locale.ROOT,
                "aresample=192000,alimiter=limit=%.2fdB:attack=2:release=60:level=disabled,"
                        + "aresample=48000,apad,atrim=end=%.6f,asetpts=N/SR/TB[sound]",
                limit,
                seconds);
        String voice = String.format(Locale.ROOT, "[0:a:0]%s,volume=%.2fdB", VOICE, gain);
        String graph = underlay == null ? voice + "," + finish : voice + under(underlay, seconds) + "," + finish;
        FFmpegBuilder command = new FFmpegBuilder().addInput(speech).done();
        if (underlay != null) {
            command.addInput(underlay.file()).done();
        }
        command.addOutput(sound)
                .setComplexFilter(graph)
                .setAudioCodec("aac")
                .setAudioBitRate(target.bitsPerSecond())
                .addExtraArgs("-map", "[sound]", "-map_metadata", "-1", "-fflags", "+bitexact")
                .addExtraArgs("-flags:a", "+bitexact")
                .done();
        ffmpeg.run(command, FfmpegRun.of(Duration.ofMillis(Math.round(seconds * 1000))));
    }

    /** The speech, which is as loud as the ad will be, presses the music down; between sentences it slowly comes back. */
    private static String under(Underlay underlay, double seconds) {
        return String.format(
                Locale.ROOT,
                ",apad,atrim=end=%1$.6f,asplit[speech][key];"
                        + "[1:a:0]volume=%2$.2fdB,afade=t=in:d=%3$.2f,afade=t=out:st=%4$.3f:d=%5$.2f[music];"
                        + "[music][key]sidechaincompress=threshold=0.02:ratio=2.5:attack=40:release=600[ducked];"
                        + "[speech][ducked]amix=inputs=2:duration=first:normalize=0",
                seconds,
                underlay.gain(),
                MUSIC_FADE_IN_SECONDS,
                Math.max(0, seconds - MUSIC_FADE_OUT_SECONDS),
                MUSIC_FADE_OUT_SECONDS);
    }
}
