package pro.reelsai.local.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a pipeline's processor time goes, in seconds. What FFmpeg does at once, in one run, is told apart by doing the same
 * again without the encoder, and without captions.
 *
 * @param sources probing, cutting and scaling what is shown
 * @param sound measuring and making the sound
 * @param graph decoding, moving, cross-fading and stacking the pictures
 * @param draw drawing the captions
 * @param encode encoding pictures, whatever for
 * @param java the stages' own code, and ffprobe
 */
record Breakdown(double sources, double sound, double graph, double draw, double encode, double java) {
    private static final List<String> RENDERED = List.of("composite_video.mp4", "final_video_w_captions.mp4");

    static Breakdown of(AdPipeline.Rendering rendering) throws Exception {
        double sources = 0;
        double sound = 0;
        double graph = 0;
        double draw = 0;
        double encode = 0;
        double java = rendering.both().cpuSeconds();
        for (FfmpegAccount.Call call : rendering.calls()) {
            java -= call.cpuSeconds();
            if (RENDERED.stream().anyMatch(call::writes)) {
                double plain = drawing(call, false);
                double captioned = drawing(call, true);
                graph += plain;
                draw += captioned - plain;
                encode += call.cpuSeconds() - captioned;
            } else if (call.isSound()) {
                sound += call.cpuSeconds();
            } else {
                sources += call.cpuSeconds();
            }
        }
        return new Breakdown(sources, sound, graph, Math.max(0, draw), encode, java);
    }

    /** The parts by their names, rounded. */
    Map<String, Double> named() {
        Map<String, Double> named = new LinkedHashMap<>();
        named.put("sources", round(sources));
        named.put("sound", round(sound));
        named.put("graph", round(graph));
        named.put("draw", round(draw));
        named.put("encode", round(encode));
        named.put("java", round(java));
        return named;
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static double drawing(FfmpegAccount.Call call, boolean captions) throws Exception {
        return Cost.of(() -> call.drawOnly(captions)).cost().cpuSeconds();
    }
}
