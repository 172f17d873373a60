package pro.reelsai.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The sample product with its pictures and clips, which come with the launcher. */
public final class Samples {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FOLDER = "/samples/";

    private Samples() {}

    /**
     * The sample product.
     *
     * @throws IOException if it cannot be read
     */
    public static SampleProduct product() throws IOException {
        try (InputStream in = open("product.json")) {
            return JSON.readValue(in, SampleProduct.class);
        }
    }

    /**
     * Writes the sample assets into a directory.
     *
     * @return the files, in the order in which they are meant to be seen
     * @throws IOException if they cannot be written
     */
    public static List<Path> assets(Path directory) throws IOException {
        List<String> names;
        try (InputStream in = open("index.txt")) {
            names = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        }
        Files.createDirectories(directory);
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            Path file = directory.resolve(name);
            try (InputStream in = open(name)) {
                Files.write(file, in.readAllBytes());
            }
            files.add(file);
        }
        return files;
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = Samples.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new FileNotFoundException("The sample " + name + " is missing");
        }
        return in;
    }
}
