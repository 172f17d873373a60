package pro.reelsai.deployment.k8s;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The secrets that Strimzi makes for a cluster and its users, as files: {@code SECRET/KEY}. As there, one authority signs the
 * brokers and another one the users. OpenSSL signs.
 *
 * @param folder where they lie
 */
record KafkaSecrets(Path folder) {
    /** What every key store is locked with. */
    static final String PASSWORD = "not-a-secret";

    private static final Path OPENSSL = Path.of("/usr/bin/openssl");
    private static final String CLUSTER_AUTHORITY = "reels-cluster-ca-cert";
    private static final String CLIENTS_AUTHORITY = "reels-clients-ca-cert";

    /** Whether they can be made here. */
    static boolean arePossible() {
        return Files.isExecutable(OPENSSL);
    }

    /** Makes both authorities and the broker's own certificate, for 127.0.0.1. */
    static KafkaSecrets create(Path folder) throws IOException, InterruptedException {
        KafkaSecrets secrets = new KafkaSecrets(folder);
        secrets.authority(CLUSTER_AUTHORITY);
        secrets.authority(CLIENTS_AUTHORITY);
        secrets.sign("reels-kafka", CLUSTER_AUTHORITY);
        return secrets;
    }

    /** Makes the secret of a user. */
    void user(String name) throws IOException, InterruptedException {
        sign(name, CLIENTS_AUTHORITY);
    }

    /** A key of a secret as a file. */
    Path file(String secret, String key) {
        return folder.resolve(secret).resolve(key);
    }

    /** Whom the brokers trust. */
    Path clientsAuthority() {
        return file(CLIENTS_AUTHORITY, "ca.crt");
    }

    private void authority(String secret) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve(secret));
        openssl(
                "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /O=io.strimzi/CN="
                        + secret,
                "-keyout",
                file(secret, "ca.key").toString(),
                "-out",
                file(secret, "ca.crt").toString());
    }

    private void sign(String name, String authority) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve(name));
        openssl(
                "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -addext basicConstraints=CA:FALSE"
                        + " -addext subjectAltName=IP:127.0.0.1 -subj /CN=" + name,
                "-CA",
                file(authority, "ca.crt").toString(),
                "-CAkey",
                file(authority, "ca.key").toString(),
                "-keyout",
                file(name, "user.key").toString(),
                "-out",
                file(name, "user.crt").toString());
        openssl(
                "pkcs12 -export -name user -passout pass:" + PASSWORD,
                "-inkey",
                file(name, "user.key").toString(),
                "-in",
                file(name, "user.crt").toString(),
                "-out",
                file(name, "user.p12").toString());
    }

    private void openssl(String arguments, String... files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(OPENSSL.toString()));
        command.addAll(List.of(arguments.split(" ")));
        command.addAll(List.of(files));
        Path log = folder.resolve("openssl.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("openssl: " + Files.readString(log));
        }
    }
}
