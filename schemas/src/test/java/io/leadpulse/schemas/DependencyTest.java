package io.leadpulse.schemas;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(
    packages = "io.leadpulse.schemas",
    importOptions = ImportOption.DoNotIncludeTests.class)
class DependencyTest {

  @ArchTest
  static final ArchRule contractsKnowAvroAndTheJdkOnly =
      ArchRuleDefinition.classes()
          .that()
          .resideOutsideOfPackage("io.leadpulse.schemas.registry..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.leadpulse.schemas..", "org.apache.avro..", "org.jspecify..", "java..");

  @ArchTest
  static final ArchRule onlyTheRegistrySpeaksHttp =
      ArchRuleDefinition.noClasses()
          .that()
          .resideOutsideOfPackage("io.leadpulse.schemas.registry..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..", "javax.net..", "com.fasterxml..");

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      SlicesRuleDefinition.slices().matching("io.leadpulse.(schemas..)").should().beFreeOfCycles();
}
