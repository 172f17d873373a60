package pro.reelsai.rendering.picture;

import java.util.List;
import java.util.stream.Stream;

/**
 * The planes of a 4:2:0 picture on their way through a filter graph, each a grey picture of its own. {@code xfade} knows grey
 * and 4:4:4, but not 4:2:0: FFmpeg would convert every frame of the ad there and back, which costs more than all other filters
 * together and blurs colours.
 *
 * @param name tells their labels from others
 */
record Planes(String name) {
    /** The label of the luma plane. */
    String luma() {
        return "[%sy]".formatted(name);
    }

    /** The labels of the chroma planes, which have half as many pixels across and down. */
    List<String> chroma() {
        return List.of("[%su]".formatted(name), "[%sv]".formatted(name));
    }

    /** All labels: luma, blue, red. */
    List<String> labels() {
        return Stream.concat(Stream.of(luma()), chroma().stream()).toList();
    }

    /** The filter that takes a 4:2:0 picture apart, with its outputs. */
    String split() {
        return "extractplanes=y+u+v" + String.join("", labels());
    }

    /** The filter that puts the picture together, with its inputs. */
    String merged() {
        return String.join("", labels()) + "mergeplanes=0x001020:yuv420p";
    }
}
