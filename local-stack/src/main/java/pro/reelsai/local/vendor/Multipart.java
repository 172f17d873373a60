package pro.reelsai.local.vendor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form with files.
 *
 * <p>Source: RFC 7578.
 */
public final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("multipart/form-data;.*boundary=\"?([^\";]+)\"?.*");
    private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("(?i)filename=\"([^\"]*)\"");

    private final List<Part> parts;

    private Multipart(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * One field.
     *
     * @param name its name
     * @param fileName the name of the file it holds; empty where it holds none
     * @param content its bytes
     */
    public record Part(String name, String fileName, byte[] content) {
        /** The content as text. */
        public String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    /** Reads a form; empty where the body is none. */
    public static Optional<Multipart> read(VendorRequest request) {
        Matcher type = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
        if (!type.matches()) {
            return Optional.empty();
        }
        // Latin 1 keeps every byte, so that binary parts survive the search for the boundary.
        String body = new String(request.body(), StandardCharsets.ISO_8859_1);
        List<Part> parts = new ArrayList<>();
        String[] pieces = ("\r\n" + body).split(Pattern.quote("\r\n--" + type.group(1)), -1);
        for (int i = 1; i < pieces.length - 1; i++) {
            int headers = pieces[i].indexOf("\r\n\r\n");
            if (headers < 0) {
                return Optional.empty();
            }
            Matcher name = NAME.matcher(pieces[i].substring(0, headers));
            Matcher file = FILE_NAME.matcher(pieces[i].substring(0, headers));
            if (!name.find()) {
                return Optional.empty();
            }
            byte[] content = pieces[i].substring(headers + 4).getBytes(StandardCharsets.ISO_8859_1);
            parts.add(new Part(name.group(1), file.find() ? file.group(1) : "", content));
        }
        return Optional.of(new Multipart(parts));
    }

    /** The first field of a name. */
    public Optional<Part> part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /** The text of the first field of a name. */
    public Optional<String> text(String name) {
        return part(name).map(Part::text);
    }

    /** The texts of all fields of a name. */
    public List<String> texts(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .map(Part::text)
                .toList();
    }

    /** The names of all fields. */
    public List<String> names() {
        return parts.stream().map(Part::name).distinct().toList();
    }
}
