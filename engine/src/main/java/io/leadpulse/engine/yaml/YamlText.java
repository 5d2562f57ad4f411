package io.leadpulse.engine.yaml;

import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads one YAML document into values that know where they stand.
 *
 * <p>Nothing in the text can make objects or fill the memory: tags and merge keys are refused;
 * size, depth and what aliases expand to are bounded; a key that stands twice is a problem.
 */
public final class YamlText {
  /** The longest text read, in characters. */
  public static final int MAX_CHARS = 1 << 20;

  static final int MAX_DEPTH = 50;

  private YamlText() {}

  /**
   * The document in {@code text}. What is wrong goes to {@code problems}; after a syntax error the
   * value is absent, and reading it tells nothing more.
   *
   * @param file the name that problems carry
   */
  public static YamlValue parse(String file, String text, Problems problems) {
    Place start = Place.startOf(file);
    YamlValue nothing = new YamlValue("document", start, null, problems);
    if (text.length() > MAX_CHARS) {
      problems.add(
          start,
          "the text has " + text.length() + " characters, more than " + MAX_CHARS,
          "split it");
      return nothing;
    }
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try {
      Node root = compose(plain);
      if (root == null) {
        problems.add(start, "the text is empty", "write a mapping such as 'key: value'");
        return nothing;
      }
      Located tree = new TreeBuilder(file, plain.codePoints().toArray(), problems).build(root);
      return new YamlValue("document", tree.place(), tree, problems);
    } catch (ReaderException e) {
      problems.add(
          placeOf(file, plain, e.getPosition()),
          "character " + Integer.toHexString(e.getCodePoint()) + " (hexadecimal) is not allowed",
          "remove it");
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
      problems.add(
          mark == null ? start : new Place(file, mark.getLine() + 1, mark.getColumn() + 1),
          "not YAML: " + Shown.oneLine(String.valueOf(e.getProblem())),
          "check quotes, brackets and indentation at this place");
    } catch (YAMLException e) {
      problems.add(start, "not YAML: " + Shown.oneLine(String.valueOf(e.getMessage())), "simplify");
    } catch (TooBigException e) {
      problems.add(e.place(), e.problem(), "write fewer aliases and levels");
    }
    return nothing;
  }

  private static Node compose(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setMaxAliasesForCollections(TreeBuilder.MAX_ALIASES);
    options.setCodePointLimit(MAX_CHARS);
    options.setMergeOnCompose(false);
    ParserImpl parser = new ParserImpl(new StreamReader(text), options);
    return new Composer(parser, new Resolver(), options).getSingleNode();
  }

  private static Place placeOf(String file, String text, int index) {
    List<String> before = text.substring(0, Math.min(index, text.length())).lines().toList();
    boolean atLineStart = index > 0 && index <= text.length() && text.charAt(index - 1) == '\n';
    if (before.isEmpty() || atLineStart) {
      return new Place(file, before.size() + 1, 1);
    }
    String last = before.get(before.size() - 1);
    return new Place(file, before.size(), last.codePointCount(0, last.length()) + 1);
  }
}
