package pro.reelsai.deployment.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pro.reelsai.deployment.repository.Repository;
import pro.reelsai.deployment.repository.Service;

/** The images of all services, on the JVM and native. */
class ImagesTest {
    private static final Pattern MODULE = Pattern.compile("<module>([a-z-]+)</module>");
    private static final List<String> FILES = List.of("docker/Dockerfile.jvm", "docker/Dockerfile.native");

    /** The programs that a service's code starts. */
    private static final Map<Service, List<String>> PROGRAMS = Map.of(
            Service.GATEWAY, List.of("ffmpeg"),
            Service.SCRIPT, List.of(),
            Service.VOICE, List.of("ffmpeg", "festival", "festvox-us-slt-hts", "flite"),
            Service.LIPSYNC, List.of("ffmpeg", "libfontconfig1", "libgl1", "libegl1"),
            Service.EDITING, List.of("ffmpeg"),
            Service.CAPTION, List.of("ffmpeg", "fonts-noto-core"));

    static Stream<Arguments> images() {
        return FILES.stream().flatMap(file -> Stream.of(Service.values()).map(service -> Arguments.of(file, service)));
    }

    @ParameterizedTest
    @MethodSource("images")
    void runsAsAUserWithoutRights(String file, Service service) {
        Dockerfile dockerfile = Dockerfile.read(file);
        assertThat(dockerfile.last(service.id(), "USER")).isEqualTo("USER 10001:10001");
        assertThat(dockerfile.instructions(service.id()))
                .anyMatch(line -> line.startsWith("HEALTHCHECK ") && line.endsWith("CMD [\"health\"]"))
                .contains("EXPOSE 8080");
        assertThat(dockerfile.last(service.id(), "ENTRYPOINT")).startsWith("ENTRYPOINT [");
    }

    @ParameterizedTest
    @MethodSource("images")
    void saysWhatItIsAndWhereItComesFrom(String file, Service service) {
        assertThat(String.join(" ", Dockerfile.read(file).instructions(service.id())))
                .contains(
                        "org.opencontainers.image.title=\"" + service.id(),
                        "org.opencontainers.image.description=",
                        "org.opencontainers.image.source=",
                        "org.opencontainers.image.licenses=\"Apache-2.0\"",
                        "org.opencontainers.image.version=",
                        "org.opencontainers.image.revision=",
                        "org.opencontainers.image.created=");
    }

    @ParameterizedTest
    @MethodSource("images")
    void hasTheProgramsOfItsStageAndNoOther(String file, Service service) {
        List<String> installs = Dockerfile.read(file).instructions(service.id()).stream()
                .filter(line -> line.contains("apt-get install"))
                .toList();
        List<String> programs = PROGRAMS.getOrDefault(service, List.of());
        assertThat(installs).hasSize(programs.isEmpty() ? 0 : 1);
        programs.forEach(program -> assertThat(installs.getFirst()).contains(" " + program));
        if (service != Service.VOICE) {
            assertThat(installs).noneMatch(line -> line.contains("festival"));
        }
    }

    @ParameterizedTest
    @MethodSource("images")
    void carriesItsBillOfMaterials(String file, Service service) {
        Dockerfile dockerfile = Dockerfile.read(file);
        assertThat(String.join(" ", dockerfile.instructions("build"))).contains(" -Dsbom ");
        assertThat(dockerfile.instructions(service.id()))
                .anyMatch(line -> line.matches("COPY --from=build .*/(" + service.id() + "|\\*)\\.cdx\\.json \\./"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker/Dockerfile.jvm", "docker/Dockerfile.native"})
    void hasTheStudioInTheGateway(String file) {
        assertThat(String.join(" ", Dockerfile.read(file).instructions("build")))
                .contains("COPY --from=node ", " -Dquarkus.quinoa.enabled=true ");
    }

    @ParameterizedTest
    @MethodSource("images")
    void copiesOnlyFilesThatAreInTheContext(String file, Service service) {
        String ignored = Repository.read(".dockerignore");
        assertThat(Repository.path(service.id())).isDirectory();
        assertThat(ignored).contains("!*-service", "!docker", "!.mvn");
        MODULE.matcher(Repository.read("pom.xml"))
                .results()
                .map(module -> module.group(1))
                .filter(module -> !module.endsWith("-service"))
                .forEach(module -> assertThat(ignored.lines()).contains("!" + module));
        assertThat(ignored).doesNotContain("!.env", "!.git");
    }
}
