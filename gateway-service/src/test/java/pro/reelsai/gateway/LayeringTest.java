package pro.reelsai.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "pro.reelsai.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class LayeringTest {
    @ArchTest
    static final ArchRule holdsNoMediaLogic = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "pro.reelsai.stage..",
                    "pro.reelsai.script..",
                    "pro.reelsai.voice..",
                    "pro.reelsai.lipsync..",
                    "pro.reelsai.editing..",
                    "pro.reelsai.caption..",
                    "pro.reelsai.local..")
            .because("it serves the contract and owns the tables; the stages do the work");
}
