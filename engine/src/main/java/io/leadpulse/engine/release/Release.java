package io.leadpulse.engine.release;

import io.leadpulse.engine.yaml.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * A scoring model as it was published.
 *
 * @param modelId the name that the text gives the model
 * @param version growing with every release
 * @param effectiveAt Kafka time from which events are judged by it, epoch milliseconds
 * @param yaml the model's text
 * @param sha256 of the text's UTF-8, hexadecimal
 */
public record Release(String modelId, long version, long effectiveAt, String yaml, String sha256) {

  /** A release of a text, with the hash that belongs to it. */
  public static Release of(String modelId, long version, long effectiveAt, String yaml) {
    return new Release(modelId, version, effectiveAt, yaml, sha256Of(yaml));
  }

  /** The SHA-256 of a text's UTF-8, in 64 hexadecimal digits. */
  public static String sha256Of(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * The model that the text describes, ready to judge. Takes milliseconds; is not kept.
   *
   * @throws IllegalStateException with all problems if the text is not valid; a history admits no
   *     such release, but one of another version of this software may have
   */
  public CompiledModel compile() {
    ModelResult result = ModelParser.parse(file(), yaml, version);
    CompiledModel compiled = result.compiled();
    if (compiled == null) {
      throw new IllegalStateException(
          result.problems().stream()
              .map(Problem::toString)
              .collect(Collectors.joining("\n", file() + " is not valid here:\n", "")));
    }
    return compiled;
  }

  /** The name of the release where a problem wants a file. */
  String file() {
    return modelId + "@" + version;
  }
}
