package io.leadpulse.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The subcommands under headings, in the order in which a newcomer meets them. */
final class CommandGroups {
  private static final int NAME_WIDTH = 14;

  private final Map<String, List<Object>> groups = new LinkedHashMap<>();

  /** Adds a heading with its commands, each given by its class or as a {@link CommandLine}. */
  CommandGroups group(String heading, Object... commands) {
    groups.put(heading, List.of(commands));
    return this;
  }

  /** Adds all commands to the root and puts the headings into its help. */
  void addTo(CommandLine root) {
    StringBuilder list = new StringBuilder();
    groups.forEach(
        (heading, commands) -> {
          list.append("%n").append(heading).append("%n");
          for (Object command : commands) {
            list.append(line(add(root, command)));
          }
        });
    String text = list.toString().formatted();
    root.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
    root.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> text);
  }

  private static CommandLine add(CommandLine root, Object command) {
    CommandLine added = command instanceof CommandLine known ? known : new CommandLine(command);
    root.addSubcommand(added);
    showExamples(added);
    return added;
  }

  /** Every footer is an example. */
  private static void showExamples(CommandLine command) {
    command.getCommandSpec().usageMessage().footerHeading("%nExample:%n");
    command.getSubcommands().values().forEach(CommandGroups::showExamples);
  }

  private static String line(CommandLine command) {
    String[] description = command.getCommandSpec().usageMessage().description();
    String name = command.getCommandName();
    return "  " + name + " ".repeat(NAME_WIDTH - name.length()) + description[0] + "%n";
  }
}
