package pro.reelsai.stage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "pro.reelsai.stage", importOptions = ImportOption.DoNotIncludeTests.class)
class LayeringTest {
    @ArchTest
    static final ArchRule knowsNoStageAndNoGateway = noClasses()
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
            .because("it runs any stage, so it must not know one");
}
