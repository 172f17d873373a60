package pro.reelsai.local.cli;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import pro.reelsai.local.demo.AdRequest;
import pro.reelsai.model.AspectRatio;
import pro.reelsai.model.CaptionStyle;
import pro.reelsai.model.LayoutType;
import pro.reelsai.model.MusicBed;

/** How an ad should look. What there is not is refused before anything is started. */
final class LookOptions {
    @Option(
            names = "--layout",
            paramLabel = "NAME",
            description = "The layout (default: ${DEFAULT-VALUE}).",
            defaultValue = "TOP_BOTTOM")
    String layout = "TOP_BOTTOM";

    @Option(
            names = "--aspect",
            paramLabel = "W:H",
            split = ",",
            description = "The shapes: 9:16, 1:1, 16:9 or 4:5, several by commas (default: 9:16).")
    List<String> aspects = List.of();

    @Option(
            names = "--caption-style",
            paramLabel = "NAME",
            description = "The captions: bold-pop, karaoke, boxed, clean or typewriter (default: bold-pop).")
    @Nullable
    String captionStyle;

    @Option(
            names = "--music",
            paramLabel = "NAME",
            description = "What plays under the speech: sunrise, pulse, drift or none (default: none).")
    @Nullable
    String music;

    AdRequest.Look look() {
        return new AdRequest.Look(layout, aspects, captionStyle, music);
    }

    /**
     * @throws ParameterException naming what there is, if anything asked for is not
     */
    void check(CommandLine command) {
        List<String> layouts =
                Arrays.stream(LayoutType.values()).map(LayoutType::name).toList();
        List<String> shapes =
                Arrays.stream(AspectRatio.values()).map(AspectRatio::label).toList();
        if (layouts.stream().noneMatch(known -> AdRequest.Look.isSame(known, layout)) && !isId(layout)) {
            throw unknown(command, "--layout", layout, layouts);
        }
        for (String aspect : aspects) {
            if (!shapes.contains(aspect)) {
                throw unknown(command, "--aspect", aspect, shapes);
            }
        }
        if (new HashSet<>(aspects).size() < aspects.size()) {
            throw new ParameterException(command, "--aspect has to name every shape once");
        }
        if (captionStyle != null && CaptionStyle.named(captionStyle).isEmpty()) {
            throw unknown(command, "--caption-style", captionStyle, CaptionStyle.names());
        }
        if (music != null
                && !music.equals(MusicBed.NONE)
                && MusicBed.named(music).isEmpty()) {
            throw unknown(command, "--music", music, MusicBed.names());
        }
    }

    static ParameterException unknown(CommandLine command, String option, String value, List<String> known) {
        return new ParameterException(
                command, "There is no %s '%s'. There are: %s".formatted(option, value, String.join(", ", known)));
    }

    private static boolean isId(String text) {
        try {
            UUID.fromString(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
