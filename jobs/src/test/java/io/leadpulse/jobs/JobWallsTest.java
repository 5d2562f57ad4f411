package io.leadpulse.jobs;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.avro.specific.AvroGenerated;

@AnalyzeClasses(packages = "io.leadpulse.jobs", importOptions = DoNotIncludeTests.class)
class JobWallsTest {
  private static final DescribedPredicate<JavaClass> CONTRACTS =
      describe("records and enums of the contracts", c -> c.isAnnotatedWith(AvroGenerated.class));

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.leadpulse.jobs.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheCodecSeesTheContracts =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.leadpulse.jobs.codec..")
          .should()
          .dependOnClassesThat(CONTRACTS)
          .orShould()
          .dependOnClassesThat(resideInAPackage("io.leadpulse.schemas.wire.."))
          .orShould()
          .dependOnClassesThat(resideInAPackage("org.apache.avro.."));

  @ArchTest
  static final ArchRule kafkaStaysInItsPackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.leadpulse.jobs.kafka..")
          .and()
          .haveNameNotMatching(".*Job")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.apache.kafka..")
                  .or(resideInAPackage("org.apache.flink.connector.kafka..")));

  @ArchTest
  static final ArchRule partsDoNotKnowTheWhole =
      noClasses()
          .that()
          .resideInAPackage("io.leadpulse.jobs.*..")
          .should()
          .dependOnClassesThat(resideInAPackage("io.leadpulse.jobs"));

  @ArchTest
  static final ArchRule aJobUsesNoOtherModules =
      classes()
          .should()
          .onlyDependOnClassesThat(
              not(resideInAPackage("io.leadpulse.."))
                  .or(resideInAPackage("io.leadpulse.jobs.."))
                  .or(resideInAPackage("io.leadpulse.engine.."))
                  .or(resideInAPackage("io.leadpulse.schemas..")));

  @ArchTest
  static final ArchRule nothingReadsTheClockOfTheMachine =
      noClasses()
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Instant.class, "now");
}
