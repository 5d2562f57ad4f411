package io.leadpulse.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.leadpulse.engine", importOptions = DoNotIncludeTests.class)
class EngineWallsTest {
  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.leadpulse.engine.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule engineIsPlainJava =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.flink..", "org.apache.kafka..", "org.apache.avro..");

  @ArchTest
  static final ArchRule scoringReadsNoClock =
      noClasses()
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(java.time.Instant.class, "now");

  @ArchTest
  static final ArchRule yamlStaysInItsPackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.leadpulse.engine.yaml..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.yaml..");

  @ArchTest
  static final ArchRule celStaysInItsPackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.leadpulse.engine.expression..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.cel..");
}
