package pro.reelsai.script.writer.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pro.reelsai.model.Asset;
import pro.reelsai.model.AssetType;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.ObjectKey;
import pro.reelsai.model.ScriptBeat;
import pro.reelsai.script.Products;
import pro.reelsai.script.Products.Sample;
import pro.reelsai.script.ScriptConfig;
import pro.reelsai.script.writer.Brief;
import pro.reelsai.script.writer.WrittenScript;
import pro.reelsai.stage.PermanentStageException;
import pro.reelsai.stage.ScriptVariant;

class TemplateCopywriterTest {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int VARIANTS = 2;

    private final TemplateCopywriter copywriter = new TemplateCopywriter(
            new SmallRyeConfigBuilder().withMapping(ScriptConfig.class).build().getConfigMapping(ScriptConfig.class));

    static Stream<Arguments> productsAndLengths() {
        return Products.all().stream()
                .flatMap(product -> Stream.of(15, 30, 60).map(seconds -> Arguments.of(product, seconds)));
    }

    @ParameterizedTest
    @MethodSource("productsAndLengths")
    void theScriptFillsTheAskedTime(Sample product, int seconds) throws Exception {
        for (int seed = 0; seed < VARIANTS; seed++) {
            // When
            WrittenScript script = copywriter.write(product.brief(seconds, seed));

            // Then
            assertThat(SpeakingTime.of(script.content()))
                    .as(script.content())
                    .isCloseTo(seconds * 0.975, within(seconds * 0.03));
        }
    }

    @Test
    void showsTheAssetsInTheirOrderAndOffersOtherHooks() throws Exception {
        // Given
        Brief plain = Products.all().getFirst().brief(30, 1);
        List<Asset> assets = Stream.of(1, 2, 3)
                .map(i -> new Asset(
                        new UUID(0, i), AssetType.IMAGE, new ObjectKey("a/" + i + ".jpg"), "ab", 1, 1, 0, null))
                .toList();

        // When
        WrittenScript script = copywriter.write(
                new Brief(plain.product(), plain.configuration().withHooks(3), assets, plain.seed()));

        // Then
        assertThat(script.beats().getFirst().asset()).isNull();
        assertThat(script.beats().getLast().asset()).isNull();
        assertThat(script.beats().stream().map(ScriptBeat::asset).filter(Objects::nonNull))
                .isSorted()
                .contains(assets.getFirst().id());
        assertThat(script.hooks())
                .hasSize(2)
                .doesNotHaveDuplicates()
                .doesNotContain(script.beats().getFirst().spoken());
    }

    @Test
    void writesSeveralScriptsThatAllFit() throws Exception {
        // Given
        Brief plain = Products.all().getFirst().brief(30, 1);

        // When
        WrittenScript script = copywriter.write(
                new Brief(plain.product(), plain.configuration().withVariants(3), plain.assets(), plain.seed()));

        // Then
        assertThat(script.content()).isEqualTo(copywriter.write(plain).content());
        assertThat(script.variants())
                .hasSize(2)
                .extracting(ScriptVariant::content)
                .doesNotHaveDuplicates()
                .doesNotContain(script.content())
                .allSatisfy(content -> assertThat(SpeakingTime.of(content)).isCloseTo(30 * 0.975, within(0.9)));
    }

    @ParameterizedTest
    @MethodSource("productsAndLengths")
    void theScriptIsCleanProse(Sample product, int seconds) throws Exception {
        for (int seed = 0; seed < VARIANTS; seed++) {
            // When
            WrittenScript script = copywriter.write(product.brief(seconds, seed));

            // Then
            for (String text : List.of(script.content(), script.title())) {
                assertThat(text)
                        .doesNotContainPattern("[{}\\[\\]<>|\\\\`\"#@*_~^=\\n\\t\u2028]")
                        .doesNotContainPattern("\\s{2,}|\\s[,.!?;:]|[,;:][.!?,]|[.!?]{2,}|^\\s|\\s$")
                        .doesNotContainPattern("\\b(null|undefined|TODO)\\b")
                        .doesNotContainPattern("\\p{So}|\\p{Cc}|\\p{Cs}");
            }
            assertThat(script.content()).as("sentence starts").matches("[\\p{Lu}\\p{N}$€£].*[.!?]");
            assertThat(script.content())
                    .doesNotContainPattern("(?<!\\b(etc|vs))[.!?] [\\p{Ll}]")
                    .doesNotContainPattern("(?i)\\b(\\w+) \\1\\b");
            assertThat(script.title()).isNotBlank().hasSizeLessThanOrEqualTo(80);
        }
    }

    @ParameterizedTest
    @MethodSource("productsAndLengths")
    void everyNumberComesFromTheUser(Sample product, int seconds) throws Exception {
        // Given
        String known = product.name() + product.description() + product.audience() + product.callToAction();
        Set<String> numbers = numbers(known);

        // When
        WrittenScript script = copywriter.write(product.brief(seconds, 7));

        // Then
        assertThat(numbers).containsAll(numbers(script.content()));
    }

    @Test
    void twoProductsShareOnlyStructure() throws Exception {
        for (Sample one : Products.tidy()) {
            for (Sample other : Products.tidy()) {
                if (one.equals(other)) {
                    continue;
                }
                // When
                String script = copywriter.write(one.brief(30, 3)).content();

                // Then
                assertThat(runs(script, 4)).doesNotContainAnyElementsOf(runs(other.description(), 4));
            }
        }
    }

    @Test
    void mostOfTheDescriptionIsSaid() throws Exception {
        for (Sample product : Products.tidy()) {
            // When
            String script = copywriter.write(product.brief(30, 5)).content();

            // Then
            Set<String> described = runs(product.description(), 2);
            Set<String> said = runs(script, 2);
            long kept = described.stream().filter(said::contains).count();
            assertThat((double) kept / described.size()).as(script).isGreaterThan(0.5);
        }
    }

    @Test
    void everySentenceIsStructureOrTheUsersOwnWords() throws Exception {
        for (Sample product : Products.tidy()) {
            for (int seed = 0; seed < 10; seed++) {
                // When
                String script = copywriter.write(product.brief(30, seed)).content();

                // Then
                Set<String> known = words(product.name() + " " + product.description() + " " + product.audience() + " "
                        + product.callToAction()
                        + " it it's they they're you get a an comes come plus oh also and on top of that");
                ProductFacts facts = ProductFacts.of(
                        product.brief(30, seed).product(),
                        product.brief(30, seed).configuration());
                String rest = script;
                for (Line line : structure()) {
                    if (line.fits(facts, Tone.LIVELY) || line.fits(facts, Tone.FUNNY)) {
                        rest = rest.replace(line.about(facts), " ");
                    }
                }
                assertThat(known).as(script).containsAll(words(rest));
            }
        }
    }

    @Test
    void theCallToActionClosesTheAd() throws Exception {
        for (Sample product : Products.tidy()) {
            assertThat(copywriter.write(product.brief(15, 1)).content()).endsWith(product.callToAction() + ".");
        }
    }

    @Test
    void aSecondScriptOfAProductIsAnotherOne() throws Exception {
        for (Sample product : Products.all()) {
            // When
            Set<String> scripts = new HashSet<>();
            for (int seed = 0; seed < 6; seed++) {
                scripts.add(copywriter.write(product.brief(30, seed * 7919L)).content());
            }

            // Then
            assertThat(scripts).hasSizeGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void theSameSeedWritesTheSameScript() throws Exception {
        // Given
        Sample product = Products.tidy().getFirst();

        // When
        WrittenScript first = copywriter.write(product.brief(30, 42));

        // Then
        assertThat(copywriter.write(product.brief(30, 42))).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr-FR", "zh-Hans", "spanish"})
    void anotherLanguageIsRefused(String language) {
        // Given
        Sample product = Products.tidy().getFirst();

        // When
        assertThatThrownBy(() -> copywriter.write(product.brief(30, "calm", language, 1)))
                // Then
                .isInstanceOfSatisfying(PermanentStageException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(FailureCode.SCRIPT_UNAVAILABLE))
                .hasMessageContaining("English only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-US", "EN_gb", "English", ""})
    void englishByAnyNameIsWritten(String language) throws Exception {
        assertThat(copywriter
                        .write(Products.tidy().getFirst().brief(30, "calm", language, 1))
                        .content())
                .isNotBlank();
    }

    private static List<Line> structure() {
        List<Line> lines = new ArrayList<>();
        // Longer lines first: "Meet X, a grinder." before "Meet X."
        Stream.of(
                        Lines.INTRODUCTIONS_WITH_WHAT,
                        Lines.HOOKS,
                        Lines.PROBLEMS,
                        Lines.INTRODUCTIONS,
                        Lines.LEADS,
                        Lines.PROOFS,
                        Lines.AUDIENCES,
                        Lines.INVITATIONS,
                        Lines.NUDGES)
                .forEach(lines::addAll);
        return lines;
    }

    private static Set<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
    }

    private static Set<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).replace("&", "and").split("[^\\p{L}\\p{N}']+"))
                .filter(word -> !word.isBlank())
                .collect(Collectors.toSet());
    }

    private static Set<String> runs(String text, int length) {
        String[] words = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}' ]+", " ")
                .strip()
                .split("\\s+");
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + length <= words.length; i++) {
            runs.add(String.join(" ", List.of(words).subList(i, i + length)));
        }
        return runs;
    }
}
