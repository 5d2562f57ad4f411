package io.leadpulse.cli.terminal;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Tells a failure in one line on standard error, {@code leadpulse: message}. The stack trace
 * follows only with {@code --verbose} or when {@code LEADPULSE_DEBUG} is set.
 */
public final class ErrorLine implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private static final String VERBOSE = "--verbose";

  /** A cluster answers with the stack trace of its own process, which helps nobody here. */
  private static final Pattern FRAME =
      Pattern.compile("\\s+(at \\S+\\(.*\\)|\\.\\.\\. \\d+ more)\\s*");

  private final boolean debug;

  public ErrorLine(Map<String, String> environment) {
    debug = !environment.getOrDefault("LEADPULSE_DEBUG", "").isEmpty();
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, @Nullable ParseResult parsed) {
    tell(command, message(failure));
    if (debug || (parsed != null && isVerbose(parsed))) {
      failure.printStackTrace(command.getErr());
    }
    return failure instanceof CliException known ? known.exitCode() : ExitCode.FAILURE;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    tell(command, failure.getMessage() + " (see " + name + " --help)");
    return ExitCode.USAGE;
  }

  private static void tell(CommandLine command, String message) {
    String line =
        message
            .lines()
            .filter(part -> !FRAME.matcher(part).matches())
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    command.getErr().println("leadpulse: " + line);
    command.getErr().flush();
  }

  /** A known failure speaks for itself; of any other the innermost cause says most. */
  private static String message(Throwable failure) {
    if (failure instanceof CliException) {
      return String.valueOf(failure.getMessage());
    }
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String name = cause.getClass().getSimpleName();
    return cause.getMessage() == null ? name : name + ": " + cause.getMessage();
  }

  private static boolean isVerbose(ParseResult parsed) {
    for (ParseResult level = parsed; level != null; level = level.subcommand()) {
      if (level.hasMatchedOption(VERBOSE)) {
        return true;
      }
    }
    return false;
  }
}
