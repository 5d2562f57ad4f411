package io.leadpulse.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.leadpulse.intake", importOptions = DoNotIncludeTests.class)
class IntakeWallsTest {
  @ArchTest
  static final ArchRule knowsOnlyContractsAndJson =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.crypto..",
              "org.apache.avro.specific..",
              "com.fasterxml.jackson..",
              "org.jspecify..",
              "io.leadpulse.schemas",
              "io.leadpulse.intake..");

  @ArchTest
  static final ArchRule sourcesDoNotKnowOneAnother =
      slices().matching("io.leadpulse.intake.(*)..").should().beFreeOfCycles();
}
