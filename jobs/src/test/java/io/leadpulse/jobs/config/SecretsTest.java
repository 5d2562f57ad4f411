package io.leadpulse.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

/** What is wrong with a configuration is told without its values. */
class SecretsTest {
  private static final String CANARY = "canary-51c9";

  @Test
  void problemsOfSettingsDoNotShowTheirValues() {
    BadConfigException problems =
        catchThrowableOfType(
            BadConfigException.class,
            () ->
                JobConfig.parse(
                    "job.yaml",
                    """
                    kafka:
                      bootstrap-servers: leadpulse:canary-51c9@broker
                      password: canary-51c9
                      properties:
                        group.id: canary-51c9
                        ssl.key.password: "canary-51c9 ${env:LEADPULSE_NO_SUCH_VARIABLE}"
                        acme.token: [ canary-51c9 ]
                    schema-registry:
                      url: "https://leadpulse:canary-51c9@registry"
                      password: canary-51c9
                      token: canary-51c9
                    checkpoint.dir: "s3://canary-51c9 @bucket"
                    """));
    assertThat(problems)
        .hasMessageContaining("bootstrap-servers has an address without host or port")
        .hasMessageContaining("'kafka.password'")
        .hasMessageContaining("group.id is decided by the job")
        .hasMessageContaining("ssl.key.password")
        .hasMessageContaining("acme.token")
        .hasMessageContaining("'schema-registry.token'")
        .hasMessageContaining("schema-registry.url")
        .hasMessageContaining("schema-registry.password")
        .hasMessageContaining("checkpoint.dir")
        .hasMessageNotContaining(CANARY);
  }

  @Test
  void aConfigurationsTextShowsNoSecret() throws Exception {
    JobConfig config =
        JobConfig.parse(
            "job.yaml",
            """
            kafka.bootstrap-servers: localhost:9092
            kafka.properties: { acme.token: canary-51c9, ssl.key.password: canary-51c9 }
            schema-registry:
              url: https://registry
              user: canary-51c9
              password: canary-51c9
              trust-store: /etc/trust.p12
              trust-store-password: canary-51c9
            """);
    assertThat(config.toString()).contains("acme.token", "https://registry").doesNotContain(CANARY);
  }
}
