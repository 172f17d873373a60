package pro.reelsai.local.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A KRaft log directory, which has to be formatted once before a broker accepts it. */
final class LogDirectory {
    private static final String FORMATTED = "meta.properties";

    private LogDirectory() {}

    /**
     * Formats the directory unless it is formatted; records in it are never touched.
     *
     * @throws IOException if it cannot be written
     */
    static void format(BrokerSettings settings) throws IOException {
        if (Files.exists(settings.directory().resolve(FORMATTED))) {
            return;
        }
        Files.createDirectories(settings.directory());
        Formatter formatter = new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(BrokerSettings.NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                .setMetadataLogDirectory(settings.directory().toString())
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setIgnoreFormatted(true);
        formatter.addDirectory(settings.directory().toString());
        try {
            formatter.run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("Kafka's log directory " + settings.directory() + " could not be formatted", e);
        }
    }
}
