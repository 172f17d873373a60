package pro.reelsai.lipsync.local;

import java.io.IOException;
import java.util.List;
import pro.reelsai.lipsync.LipsyncConfig;
import pro.reelsai.lipsync.viseme.Loudness;
import pro.reelsai.lipsync.viseme.MouthShape;
import pro.reelsai.lipsync.viseme.MouthTrack;
import pro.reelsai.runtime.media.Ffmpeg;
import pro.reelsai.runtime.media.MediaException;

/**
 * How a speech is delivered, whoever delivers it.
 *
 * @param loudness how loud it is, frame by frame
 * @param mouths the mouth of every frame, the tail after the speech included
 */
record Delivery(Loudness loudness, List<MouthShape> mouths) {
    /**
     * Listens to a performance's speech.
     *
     * @throws MediaException if the speech cannot be decoded
     * @throws IOException if the disk fails
     * @throws InterruptedException if the stage should stop
     */
    static Delivery of(Performance performance, Ffmpeg ffmpeg, LipsyncConfig.Local config)
            throws MediaException, IOException, InterruptedException {
        byte[] pcm = new SpeechDecoder(ffmpeg).decode(performance);
        double speechSeconds = pcm.length / (2.0 * SpeechDecoder.SAMPLE_RATE);
        int fps = config.framesPerSecond();
        int frames = (int) Math.round((speechSeconds + config.tailSeconds()) * fps);
        Loudness loudness = Loudness.ofPcm(pcm, SpeechDecoder.SAMPLE_RATE, frames, fps);
        return new Delivery(loudness, MouthTrack.of(performance.marks(), loudness, frames, fps));
    }

    /** How many frames there are. */
    int frames() {
        return mouths.size();
    }
}
