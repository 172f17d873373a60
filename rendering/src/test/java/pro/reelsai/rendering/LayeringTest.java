package pro.reelsai.rendering;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "pro.reelsai.rendering", importOptions = ImportOption.DoNotIncludeTests.class)
class LayeringTest {
    @ArchTest
    static final ArchRule knowsNoService = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "pro.reelsai.gateway..",
                    "pro.reelsai.script..",
                    "pro.reelsai.voice..",
                    "pro.reelsai.lipsync..",
                    "pro.reelsai.editing..",
                    "pro.reelsai.caption..",
                    "pro.reelsai.local..")
            .because("more than one stage draws with it");

    @ArchTest
    static final ArchRule timelinesAreData = noClasses()
            .that()
            .resideInAPackage("..rendering.timeline..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..rendering.picture..", "pro.reelsai.runtime..", "pro.reelsai.stage..")
            .because("what is on screen is planned and tested without FFmpeg");
}
